// What every page has. Its first line is the measure of browsers: who cannot read it is told by browser.js which ones can.
class Able { static { document.documentElement.dataset.able = ""; } }
// blazor.web.js asks for this when a line is resumed; it came with Chromium 119.
Promise.withResolvers ??= function () {
  const made = {};
  made.promise = new this((resolve, reject) => { Object.assign(made, { resolve, reject }); });
  return made;
};
(() => {
  // Large type is remembered on this machine, in a cookie, so that the page comes in it and need not wait for a script.
  const large = () => document.documentElement.classList.contains("large");
  const show = () => {
    document.querySelectorAll("[data-large]").forEach(b => b.setAttribute("aria-pressed", String(large())));
  };
  show();
  document.addEventListener("DOMContentLoaded", show);
  window.addEventListener("load", () => document.querySelectorAll("link[data-later]").forEach(file => { file.rel = "prefetch"; }));

  document.addEventListener("click", e => {
    if (e.target.closest("[data-large]")) {
      document.documentElement.classList.toggle("large");
      document.cookie = `disclosure-large=${large() ? 1 : 0}; path=/; max-age=31536000; samesite=lax`;
      show();
    }
    const fill = e.target.closest("[data-fill-name]");
    if (fill) {
      document.getElementById("name").value = fill.dataset.fillName;
      document.getElementById("password").value = fill.dataset.fillPassword;
      document.querySelector("form button[type=submit]").focus();
    }
    // A menu or chip that is open closes when something else is clicked.
    document.querySelectorAll("details[data-closes][open]").forEach(d => {
      if (!d.contains(e.target)) { d.open = false; }
    });
  });
  document.addEventListener("keydown", e => {
    if (e.key === "Escape") {
      document.querySelectorAll("details[data-closes][open]").forEach(d => { d.open = false; d.querySelector("summary").focus(); });
    }
  });
  document.addEventListener("toggle", e => {
    if (e.target.matches?.("details.person") && e.target.open) { show(); }
  }, true);

  // Leaving in one window leaves in all of them.
  document.addEventListener("submit", e => {
    if (e.target.matches("[data-leave]")) { localStorage.setItem("disclosure-left", String(Date.now())); }
  });
  window.addEventListener("storage", e => {
    if (e.key === "disclosure-left") { location.reload(); }
  });

  // An open page asks the server for nothing by itself; while somebody works on it, the session must slide on.
  let told = Date.now();
  const alive = () => {
    if (Date.now() - told > 5 * 60 * 1000 && document.querySelector("header.bar")) {
      told = Date.now();
      fetch("/account/alive", { credentials: "same-origin", redirect: "manual" }).catch(() => { });
    }
  };
  ["keydown", "pointerdown"].forEach(kind => document.addEventListener(kind, alive, { passive: true, capture: true }));
})();
