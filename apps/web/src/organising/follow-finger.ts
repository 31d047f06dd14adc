import { dragRow } from "./drag-row.ts";
import { refuseClick } from "./refuse-click.ts";

const holdMs = 450;
const slop = 10;
/** Of one act beside the row; there are two on each side. */
const actWidth = 76;
/** Swiped over this part of its width, the outermost act is done at once. */
const fullShare = 0.58;

type Acts = {
  /** Another row stood open: this press only closes it. */
  wasOpen: boolean;
  hold(): void;
  /** Where it can be dragged to, once it was held. */
  list: Parameters<typeof dragRow>[2] | undefined;
  swipe(x: number, isHeld: boolean): void;
  swiped(end: "start" | "end"): void;
};

/**
 * A finger on a row: it rests and the menu opens, or it goes sideways and shows what can be done. One that can be put
 * elsewhere comes loose when the finger rests: it is dragged, or the menu opens when it is let go.
 */
export function followFinger(down: PointerEvent, row: HTMLElement, acts: Acts): void {
  if (acts.wasOpen) refuseClick();
  const sign = getComputedStyle(row).direction === "rtl" ? -1 : 1;
  const width = row.getBoundingClientRect().width;
  let x = 0;
  let isSwiping = false;

  const hold = setTimeout(() => {
    leave();
    refuseClick();
    navigator.vibrate?.(10);
    if (acts.list) dragRow(down, row, acts.list, { rest: acts.hold });
    else acts.hold();
  }, holdMs);

  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const dx = event.clientX - down.clientX;
    const dy = event.clientY - down.clientY;
    if (Math.hypot(dx, dy) > slop) clearTimeout(hold);
    if (!isSwiping && Math.abs(dy) > slop) return leave();
    if (!isSwiping && Math.abs(dx) < slop) return;
    isSwiping = true;
    x = Math.round(dx * sign);
    acts.swipe(x || 1, true);
  };
  const up = () => {
    leave();
    if (!isSwiping) return;
    refuseClick(true);
    const isFull = Math.abs(x) > width * fullShare;
    const isOpen = Math.abs(x) > actWidth * 0.7;
    acts.swipe(isOpen && !isFull ? Math.sign(x) * actWidth * 2 : 0, false);
    if (isFull) acts.swiped(x > 0 ? "start" : "end");
  };
  const cancel = () => {
    leave();
    if (isSwiping) acts.swipe(0, false);
  };
  function leave() {
    clearTimeout(hold);
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", up);
    document.removeEventListener("pointercancel", cancel);
  }

  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", cancel);
}
