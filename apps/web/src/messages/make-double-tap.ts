const withinMs = 320;
const slop = 24;

/** Two quick taps, or a double click, on the element itself and not on a link or button in it. */
export function makeDoubleTap(element: HTMLElement, act: () => void): void {
  let last = { at: 0, x: 0, y: 0 };
  const isControl = (target: EventTarget | null) =>
    target instanceof Element && target.closest("a, button, input, [role=button], pre");

  element.addEventListener("dblclick", (event) => {
    if (isControl(event.target) || (event as PointerEvent).pointerType === "touch") return;
    getSelection()?.removeAllRanges();
    act();
  });
  element.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch" || isControl(event.target)) return;
    const isSecond =
      event.timeStamp - last.at < withinMs && Math.hypot(event.clientX - last.x, event.clientY - last.y) < slop;
    last = isSecond ? { at: 0, x: 0, y: 0 } : { at: event.timeStamp, x: event.clientX, y: event.clientY };
    if (isSecond) act();
  });
}
