// Starts the circuit with patience: county lines drop often and come back late.
(() => {
  const bar = document.getElementById("components-reconnect-modal");
  // Blazor tells this element alone; whoever has something to send again listens on the document.
  bar.addEventListener("components-reconnect-state-changed", e => {
    const state = e.detail.state;
    bar.dataset.state = state;
    bar.hidden = state === "hide";
    bar.removeAttribute("data-tried");
    const line = state === "hide" ? "up" : state === "rejected" ? "gone" : "down";
    document.dispatchEvent(new CustomEvent("disclosure-line", { detail: line }));
    if (state === "rejected") { begin(); }
  });
  // The circuit is gone with the server.
  // Where the browser keeps a copy, the new page offers what was not saved; elsewhere it can still be copied.
  function begin() {
    if ([...document.querySelectorAll("[data-unsent]")].some(panel => !panel.closest("[data-copied]"))) {
      bar.dataset.state = "kept";
      bar.hidden = false;
    } else {
      location.reload();
    }
  }
  document.addEventListener("click", e => { if (e.target.closest?.("[data-reload]")) { location.reload(); } });
  bar.querySelector("[data-reconnect]").addEventListener("click", async () => {
    try {
      if (!await Blazor.reconnect() && !await Blazor.resumeCircuit?.()) { begin(); }
    } catch { bar.dataset.state = "failed"; }
  });
  Blazor.registerCustomEventType("act", { browserEventName: "click", createEventArgs: disclosureScreen.act });
  // Style sheets stand behind the scripts and hold nothing back; what is shown until then goes when the page stands in its dress.
  const opening = document.querySelector("[data-opening]");
  const drawn = new Promise(done => {
    const seen = new MutationObserver(() => {
      if (document.querySelector("main, .sheet")) {
        seen.disconnect();
        done();
      }
    });
    seen.observe(document.body, { childList: true, subtree: true });
  });
  const dress = async () => {
    const styles = [...document.querySelectorAll("link[data-style]")];
    await Promise.all(styles.map(style => style.sheet ?? new Promise(done => { style.onload = style.onerror = done; })));
    styles.forEach(style => { style.media = "all"; });
  };
  document.addEventListener("DOMContentLoaded", () => Promise.all([drawn, dress()]).then(() => { opening.hidden = true; }));
  disclosureLine.opens.then(open => Blazor.start({
    circuit: {
      // No package brings scripts of its own to be run before the circuit; asking the server for their list would take a round trip.
      initializers: { beforeStart: [], afterStarted: [] },
      configureSignalR: builder => { if (open) { builder.withUrl("_blazor", disclosureLine.options); } },
      reconnectionOptions: {
        maxRetries: 200,
        retryIntervalMilliseconds: tries => Math.min(500 * (tries + 1), 5000),
      },
    },
  }));
})();
