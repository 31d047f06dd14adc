import type { Status } from "../types.ts";

const holdMs = 1_000;

/** Tells the status on, but a state only once it has lasted a second: a flickering banner is worse than a late one. */
export function createStatus(tell: (status: Status) => void, first: Status) {
  let shown = first;
  let wanted = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show() {
    timer = undefined;
    if (isSame(shown, wanted)) return;
    shown = wanted;
    tell(shown);
  }

  return {
    shown: () => shown,
    wanted: () => wanted,
    set(change: Partial<Status>) {
      const stateChanges = change.state !== undefined && change.state !== wanted.state;
      const slowChanges = change.isSlow !== undefined && change.isSlow !== wanted.isSlow;
      wanted = { ...wanted, ...change };
      // Numbers may move at once; the state and the slowness wait.
      if (wanted.waiting !== shown.waiting || wanted.behind !== shown.behind || wanted.isFull !== shown.isFull) {
        shown = { ...shown, waiting: wanted.waiting, behind: wanted.behind, isFull: wanted.isFull };
        tell(shown);
      }
      if (stateChanges || slowChanges) {
        clearTimeout(timer);
        timer = setTimeout(show, holdMs);
      }
    },
    stop: () => clearTimeout(timer),
  };
}

const isSame = (a: Status, b: Status) =>
  a.state === b.state && a.isSlow === b.isSlow && a.waiting === b.waiting && a.behind === b.behind;
