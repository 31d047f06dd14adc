import { addTouched, nothingTouched, type Touched } from "../store/touched.ts";

/**
 * Hands on what was touched at once, and what follows within `everyMs` together: in a busy conversation nobody sees
 * each message arrive, but each showing costs the page a layout.
 */
export function inBatches(show: (touched: Touched) => Promise<unknown>, everyMs: number): (touched: Touched) => void {
  let gathered: Touched | undefined;
  let isShowing = false;
  let lastShown = Number.NEGATIVE_INFINITY;

  async function showGathered() {
    const next = gathered;
    if (!next) return;
    gathered = undefined;
    isShowing = true;
    lastShown = performance.now();
    await show(next).catch(() => undefined);
    isShowing = false;
    if (gathered) setTimeout(() => void showGathered(), waitLeft());
  }
  const waitLeft = () => Math.max(0, lastShown + everyMs - performance.now());

  return (touched) => {
    const isFirst = gathered === undefined;
    gathered ??= nothingTouched();
    addTouched(gathered, touched);
    if (!isFirst || isShowing) return;
    const wait = waitLeft();
    if (wait > 0) setTimeout(() => void showGathered(), wait);
    else void showGathered();
  };
}
