// Keyboard of the search page: / goes to the field, the arrows go through what was found. Remembers the filters used last.
const key = "disclosure-search";

function onKey(e) {
  if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
  const field = document.getElementById("find");
  const typing = e.target.closest("textarea, select, input, [contenteditable]");
  if (e.key === "/" && !typing && field) {
    e.preventDefault();
    field.focus();
    field.select();
  } else if ((e.key === "ArrowDown" || e.key === "ArrowUp") && (!typing || e.target === field)) {
    const found = [...document.querySelectorAll("[data-found] td.name a")];
    const next = found.indexOf(document.activeElement) + (e.key === "ArrowDown" ? 1 : -1);
    if (found.length === 0) return;
    e.preventDefault();
    (next < 0 ? field : found[Math.min(next, found.length - 1)])?.focus();
  }
}

export function start() {
  document.addEventListener("keydown", onKey);
  return localStorage.getItem(key) ?? "";
}

export function remember(filters) {
  localStorage.setItem(key, filters);
}

export function stop() {
  document.removeEventListener("keydown", onKey);
}
