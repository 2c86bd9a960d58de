// Starts the circuit with patience: county lines drop often and come back late.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  dialog.addEventListener("components-reconnect-state-changed", e => {
    const state = e.detail.state;
    dialog.dataset.state = state;
    if (state === "hide") { dialog.close(); }
    else if (!dialog.open) { dialog.showModal(); }
    if (state === "rejected") { location.reload(); }
  });
  dialog.querySelector("[data-reconnect]").addEventListener("click", async () => {
    try {
      if (!await Blazor.reconnect() && !await Blazor.resumeCircuit?.()) { location.reload(); }
    } catch { dialog.dataset.state = "failed"; }
  });
  Blazor.start({
    circuit: {
      reconnectionOptions: {
        maxRetries: 200,
        retryIntervalMilliseconds: tries => Math.min(500 * (tries + 1), 5000),
      },
    },
  });
})();
