// Sends pictures one after another in bodies of 4 MB; what is done with them is the page's to say.
import { deliver } from "../Shared/ScanUpload.razor.js";

export function watch(input, itemId, page) {
  const bar = input.closest(".scan").querySelector("progress");
  input.addEventListener("change", async () => {
    const files = [...input.files];
    if (files.length === 0) return;
    input.disabled = true;
    bar.hidden = false;
    await page.invokeMethodAsync("Begun");
    for (const file of files) {
      bar.value = 0;
      try {
        await page.invokeMethodAsync("ArrivedAsync", await deliver(file, itemId, "sheet", bar), file.name);
      } catch (e) {
        await page.invokeMethodAsync("Refused", e.message, file.name);
      }
    }
    bar.hidden = true;
    input.disabled = false;
    input.value = "";
  });
  // On a slow line a file may be chosen before this script has come.
  if (input.files.length > 0) input.dispatchEvent(new Event("change"));
}
