// Runs before anything is drawn: large type is remembered on this machine.
(() => {
  const large = () => localStorage.getItem("disclosure-large") === "1";
  const show = () => {
    document.documentElement.classList.toggle("large", large());
    document.querySelectorAll("[data-large]").forEach(b => b.setAttribute("aria-pressed", String(large())));
  };
  show();
  document.addEventListener("DOMContentLoaded", show);

  document.addEventListener("click", e => {
    if (e.target.closest("[data-large]")) {
      localStorage.setItem("disclosure-large", large() ? "0" : "1");
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
