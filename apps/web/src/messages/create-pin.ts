import { type Accessor, createEffect, createSignal, onCleanup, untrack } from "solid-js";

/** Nearer to the foot than this counts as being there. */
const nearFoot = 24;

export type Pin = {
  /** The reader wants to stay at the foot while messages arrive. */
  isPinned: Accessor<boolean>;
  /** A finger or a button is down, or the click that it ended with is not over yet: nothing may move under it. */
  isPressed: Accessor<boolean>;
  pin(): void;
  release(): void;
};

/**
 * Follows the foot of `log` by the reader's intent, not by where the scrollbar happens to be: only moving upward oneself
 * lets go, and only arriving at the foot oneself takes hold again. Rows that grow or arrive do neither.
 */
export function createPin(log: Accessor<HTMLElement | undefined>, onReaderMoves: () => void): Pin {
  const [isPinned, setPinned] = createSignal(true);
  const [isPressed, setPressed] = createSignal(false);
  let last = { top: 0, height: 0, room: 0 };
  let touchY: number | undefined;

  const release = () => setPinned(false);
  const moved = (isUpward: boolean) => {
    onReaderMoves();
    const element = log();
    if (isUpward && element && element.scrollTop > 0) release();
  };
  const onWheel = (event: WheelEvent) => event.deltaY !== 0 && moved(event.deltaY < 0);
  const onTouchStart = (event: TouchEvent) => {
    touchY = event.touches[0]?.clientY;
    onReaderMoves();
  };
  const onTouchMove = (event: TouchEvent) => {
    const y = event.touches[0]?.clientY;
    if (y !== undefined && touchY !== undefined && y > touchY + 4) moved(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (scrollKey.test(event.key)) moved(/Up|Home/.test(event.key));
  };
  // What is opened is read from its beginning.
  const onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest("[aria-expanded]")) release();
  };
  const onScroll = () => {
    const element = log();
    if (!element) return;
    const now = { top: element.scrollTop, height: element.scrollHeight, room: element.clientHeight };
    const isSameSize = now.height === last.height && now.room === last.room;
    // A scrollbar that is dragged, find-in-page, a screen reader: no wheel, no key, and yet the reader went up.
    if (isSameSize && now.top < last.top - nearFoot) moved(true);
    else if (now.top > last.top && footDistance(element) < nearFoot) setPinned(true);
    last = now;
  };

  createEffect(() => {
    const element = log();
    if (!element) return;
    const listening = new AbortController();
    const passive = { passive: true, signal: listening.signal };
    const onScrollEnd = () => footDistance(element) < nearFoot && setPinned(true);
    element.addEventListener("wheel", onWheel, passive);
    element.addEventListener("touchstart", onTouchStart, passive);
    element.addEventListener("touchmove", onTouchMove, passive);
    element.addEventListener("keydown", onKeyDown, passive);
    element.addEventListener("scroll", onScroll, passive);
    element.addEventListener("scrollend", onScrollEnd, passive);
    element.addEventListener("pointerdown", () => setPressed(true), passive);
    element.addEventListener("click", onClick, passive);
    for (const type of ["pointerup", "pointercancel"])
      addEventListener(type, () => setTimeout(() => setPressed(false)), passive);
    onCleanup(() => listening.abort());
  });

  return { isPinned, isPressed, pin: () => untrack(() => setPinned(true)), release };
}

const scrollKey = /^((Arrow|Page)(Up|Down)|Home|End| )$/;

export function footDistance(element: HTMLElement): number {
  return element.scrollHeight - element.clientHeight - element.scrollTop;
}
