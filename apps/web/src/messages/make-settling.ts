const stillFrames = 4;
const longestMs = 1_500;

export type Settling = {
  /** Scrolls to where `target` says, and again while rows are being measured; then calls `settled`. */
  settleAt(target: () => number | undefined, settled?: () => void): void;
  cancel(): void;
};

/**
 * Rows get their real height only once they are shown, so one jump into unmeasured rows lands beside its target.
 * This one aims again each frame until it stands still, and gives up at once when the reader moves (`cancel`).
 * While `isHeld` it waits.
 */
export function makeSettling(log: () => HTMLElement | undefined, isHeld: () => boolean): Settling {
  let run = 0;
  const cancel = () => {
    run++;
  };

  const settleAt = (target: () => number | undefined, settled?: () => void) => {
    const mine = ++run;
    const until = performance.now() + longestMs;
    let still = 0;
    const step = () => {
      const element = log();
      const top = target();
      if (mine !== run || !element || top === undefined) return;
      const wanted = Math.round(Math.max(0, Math.min(top, element.scrollHeight - element.clientHeight)));
      still = Math.abs(element.scrollTop - wanted) <= 1 ? still + 1 : 0;
      if (still === 0 && !isHeld()) element.scrollTop = wanted;
      if (still >= stillFrames || performance.now() > until) settled?.();
      else requestAnimationFrame(step);
    };
    step();
  };

  return { settleAt, cancel };
}
