const holdMs = 450;
const slop = 10;

/** A finger that rests on the element opens its menu; a mouse keeps the browser's own. */
export function makeLongPress(element: HTMLElement, open: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  const stop = () => clearTimeout(timer);

  element.addEventListener("pointerdown", (event) => {
    stop();
    if (event.pointerType !== "touch") return;
    start = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => {
      navigator.vibrate?.(10);
      open();
    }, holdMs);
  });
  element.addEventListener("pointermove", (event) => {
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > slop) stop();
  });
  for (const type of ["pointerup", "pointercancel", "pointerleave"]) element.addEventListener(type, stop);
  element.addEventListener("contextmenu", (event) => {
    if (event.pointerType === "touch") event.preventDefault();
  });
}
