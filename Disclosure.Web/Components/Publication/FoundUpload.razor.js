// Sends a file found on a channel in bodies of 4 MB; comparing it is the page's to do.
import { deliver } from "../Shared/ScanUpload.razor.js";

export function watch(input, itemId, page) {
  const bar = input.closest(".scan").querySelector("progress");
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    input.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    try {
      await page.invokeMethodAsync("ArrivedAsync", await deliver(file, itemId, "check", bar));
    } catch (e) {
      await page.invokeMethodAsync("Refused", e.message);
    } finally {
      bar.hidden = true;
      input.disabled = false;
      input.value = "";
    }
  });
  // On a slow line a file may be chosen before this script has come.
  if (input.files.length > 0) input.dispatchEvent(new Event("change"));
}
