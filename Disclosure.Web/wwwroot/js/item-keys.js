// Keyboard of the pages on which an item is decided.
import { asks, chooseWithin, toFirstAsked } from "./criteria.js";

let watcher;

function sign() {
  const field = document.activeElement;
  if (field?.matches("[data-decision] input[type=password]")) field.dispatchEvent(new Event("change", { bubbles: true }));
  const button = document.querySelector("[data-decision] [data-reason] [data-sign], [data-decision] [data-sign]");
  if (button && !button.disabled) button.click();
}

function answer(letter) {
  const here = document.activeElement?.closest("[data-criterion]") ?? document.querySelector("[data-criterion]");
  const choice = here?.querySelector(`[data-answer=${letter}]`);
  if (!choice) return;
  choice.click();
  here.focus();
  if (asks(here, letter)) {
    toFirstAsked(here, letter);
  } else {
    (document.querySelector(`[data-criterion="${Number(here.dataset.criterion) + 1}"]`) ?? afterChecklist(here))?.focus();
  }
}

// What the step asks next: the finding, the advice, else the opinion.
function afterChecklist(last) {
  const fields = document.querySelectorAll("[data-decision] .choices input:not(:disabled), [data-decision] textarea");
  const following = [...fields].filter(f => last.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING && !last.contains(f));
  return following.find(f => f.checked) ?? following[0];
}

// The evidence of the question at hand; its first finding without a word takes the keyboard.
function openEvidence() {
  const here = document.activeElement?.closest("[data-criterion]")
    ?? document.querySelector("[data-criterion] [data-evidence]")?.closest("[data-criterion]");
  const button = here?.querySelector("[data-evidence]");
  if (!button) return;
  const opens = button.getAttribute("aria-expanded") !== "true";
  button.click();
  const first = () => here.querySelector("[data-finding]:not(.said)") ?? here.querySelector("[data-finding]");
  if (opens) whenThere(here, "[data-finding]", () => first()?.focus());
}

function judge(key) {
  const finding = document.activeElement?.closest("[data-finding]");
  const list = finding?.parentElement;
  const next = finding?.nextElementSibling;
  const button = finding?.querySelector(key === "t" ? "[data-true]" : "[data-false]");
  if (!button) return;
  button.click();
  // A grave finding that is set aside asks why first.
  whenThere(finding, key === "t" ? ".said" : ".said, .remark input", () => {
    const asked = finding.querySelector(".remark input");
    if (asked) asked.focus();
    else (next ?? list.closest("[data-criterion]") ?? list)?.focus();
  });
}

function whenThere(root, selector, then) {
  const there = () => root.matches(selector) || root.querySelector(selector);
  if (there()) return then();
  const seen = new MutationObserver(() => {
    if (!there()) return;
    seen.disconnect();
    then();
  });
  seen.observe(root, { childList: true, subtree: true, attributes: true });
  setTimeout(() => seen.disconnect(), 5000);
}

function onKey(e) {
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
    e.preventDefault();
    sign();
    return;
  }
  const typing = "textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable]";
  if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing || e.target.closest(typing)) return;
  const key = e.key.toLowerCase();
  // The keyboard may land in a field with this very key; it must not be typed there.
  if (/^[1-5ynjketf]$/.test(key)) e.preventDefault();
  if (key >= "1" && key <= "5") {
    document.querySelector(`[data-criterion="${key}"]`)?.focus();
  } else if (key === "y" || key === "n") {
    if (!chooseWithin(key)) answer(key);
  } else if (key === "e") {
    openEvidence();
  } else if (key === "t" || key === "f") {
    judge(key);
  } else if (key === "j" || key === "k") {
    document.querySelector(key === "j" ? "a[data-next]" : "a[data-previous]")?.click();
  }
}

// On a phone the sentence may stand a screen away from the button.
function bring(changes) {
  for (const node of changes.flatMap(c => [...c.addedNodes])) {
    if (!(node instanceof Element)) continue;
    const wanted = "[data-decision] .problem, [data-reason], [data-asks], .notice.good, .mud-alert[role=status]";
    const found = node.matches(wanted) ? node : node.querySelector(wanted);
    found?.scrollIntoView({ block: "nearest" });
    // The signed button is gone; Enter leads on to the next item.
    if (found?.matches(".notice.good") && document.activeElement === document.body) {
      found.querySelector("a")?.focus({ preventScroll: true });
    }
  }
}

export function start() {
  watcher = new MutationObserver(bring);
  watcher.observe(document.getElementById("page") ?? document.body, { childList: true, subtree: true });
  document.addEventListener("keydown", onKey);
}

export function stop() {
  watcher?.disconnect();
  document.removeEventListener("keydown", onKey);
}
