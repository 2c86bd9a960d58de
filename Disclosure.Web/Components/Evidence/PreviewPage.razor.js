// Brings the line that was asked for into the middle of the screen.
export function find() {
  document.getElementById("found")?.scrollIntoView({ block: "center" });
}
