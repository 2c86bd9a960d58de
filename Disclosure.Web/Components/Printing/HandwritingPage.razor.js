// A pad to write on: strokes are kept as points, so that the last one can be taken back; the picture goes by plain HTTP.
export function attach(pad, photo, page) {
  const pen = pad.getContext("2d");
  const buttons = pad.parentElement;
  let strokes = [];

  const place = e => {
    const box = pad.getBoundingClientRect();
    return { x: (e.clientX - box.left) * pad.width / box.width, y: (e.clientY - box.top) * pad.height / box.height };
  };

  function draw() {
    pen.clearRect(0, 0, pad.width, pad.height);
    pen.lineWidth = 7;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = pen.fillStyle = "#000";
    for (const stroke of strokes) {
      pen.beginPath();
      pen.moveTo(stroke[0].x, stroke[0].y);
      if (stroke.length === 1) pen.lineTo(stroke[0].x + 0.1, stroke[0].y);
      // Through the middles between points, so that a slow line has no corners.
      for (let i = 1; i < stroke.length; i++) {
        pen.quadraticCurveTo(stroke[i - 1].x, stroke[i - 1].y, (stroke[i - 1].x + stroke[i].x) / 2, (stroke[i - 1].y + stroke[i].y) / 2);
      }
      pen.stroke();
    }
  }

  pad.addEventListener("pointerdown", e => {
    if (!e.isPrimary || e.button !== 0) return;
    e.preventDefault();
    pad.setPointerCapture(e.pointerId);
    strokes.push([place(e)]);
    draw();
  });
  pad.addEventListener("pointermove", e => {
    if (!pad.hasPointerCapture(e.pointerId)) return;
    for (const at of e.getCoalescedEvents?.() ?? [e]) strokes.at(-1).push(place(at));
    draw();
  });

  async function store(picture) {
    const answer = await fetch("/api/handwriting", {
      method: "POST", body: picture,
      headers: {
        "X-Disclosure-Form": document.querySelector("meta[name=disclosure-form]").content,
        "Content-Type": "application/octet-stream",
      },
    });
    if (answer.ok) {
      strokes = [];
      draw();
      await page.invokeMethodAsync("StoredAsync");
    } else {
      const said = await answer.json().catch(() => ({}));
      await page.invokeMethodAsync("Refused", said.text ?? "没有保存，请重试。");
    }
  }

  pad.dataset.ready = "yes";
  buttons.querySelector("[data-undo]").addEventListener("click", () => { strokes.pop(); draw(); });
  buttons.querySelector("[data-clear]").addEventListener("click", () => { strokes = []; draw(); });
  buttons.querySelector("[data-save]").addEventListener("click", () => pad.toBlob(store, "image/png"));
  photo.addEventListener("change", async () => {
    if (photo.files[0]) await store(photo.files[0]);
    photo.value = "";
  });
}
