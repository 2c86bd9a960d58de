// Sends one file in bodies of 4 MB, each at its offset, and tells the page what came of it.
const body = 4 * 1024 * 1024;

async function ask(path, method, content, json) {
  const headers = { "X-Disclosure-Form": document.querySelector("meta[name=disclosure-form]").content };
  if (json) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { method, headers, body: json ? JSON.stringify(content) : content });
  const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.text ?? "上传没有成功，请重试。");
  return said;
}

// Every byte of the file, in order; answers the key of the upload.
export async function deliver(file, itemId, purpose, bar) {
  const upload = await ask("/api/uploads", "POST", { itemId, name: file.name, size: file.size, purpose }, true);
  for (let offset = 0; offset < file.size; offset += body) {
    await ask(`/api/uploads/${upload.id}?offset=${offset}`, "PUT", file.slice(offset, offset + body));
    bar.value = Math.round(100 * Math.min(1, (offset + body) / file.size));
  }
  return upload.id;
}

async function send(file, itemId, purpose, bar) {
  return ask(`/api/uploads/${await deliver(file, itemId, purpose, bar)}/finish`, "POST");
}

export function watch(input, itemId, purpose, page) {
  const bar = input.closest(".scan").querySelector("progress");
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    input.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    try {
      const arrived = await send(file, itemId, purpose, bar);
      await page.invokeMethodAsync("ArrivedAsync", arrived.sha256, file.name);
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
