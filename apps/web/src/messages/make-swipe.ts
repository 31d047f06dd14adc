/** So far a finger has to go before it counts. */
const enough = 56;
const furthest = 72;

/** Calls `act` when a finger draws the element towards the end of the line; it follows the finger and springs back. */
export function makeSwipe(element: HTMLElement, act: () => void): void {
  let start: { x: number; y: number } | undefined;
  let drawn = 0;

  element.addEventListener(
    "touchstart",
    ({ touches: [touch, other] }) => {
      start = touch && !other ? { x: touch.clientX, y: touch.clientY } : undefined;
      drawn = 0;
    },
    { passive: true },
  );
  element.addEventListener(
    "touchmove",
    ({ touches: [touch] }) => {
      if (!start || !touch) return;
      const isRightToLeft = getComputedStyle(element).direction === "rtl";
      const across = (touch.clientX - start.x) * (isRightToLeft ? -1 : 1);
      // Who scrolls does not answer.
      if (drawn === 0 && Math.abs(touch.clientY - start.y) > 10) start = undefined;
      else if (across > 12) {
        drawn = Math.min(across, furthest);
        element.style.translate = `${isRightToLeft ? -drawn : drawn}px`;
      }
    },
    { passive: true },
  );
  const end = () => {
    element.style.translate = "";
    if (start && drawn >= enough) act();
    start = undefined;
  };
  element.addEventListener("touchend", end, { passive: true });
  element.addEventListener("touchcancel", () => {
    drawn = 0;
    end();
  });
}
