import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { VirtualizerHandle } from "virtua/solid";
import type { Timeline } from "../sync/index.ts";
import { createPin, footDistance } from "./create-pin.ts";
import { makeSettling } from "./make-settling.ts";
import type { TimelineRows } from "./timeline-rows.ts";

/** More is asked for when less than this is left to scroll, so that a reader at a normal pace never meets the end. */
const preloadPixels = 1_200;
const pageLength = 60;
/** The fixed block above the first row: what is being fetched, or how the conversation began. */
export const startBlock = 132;
/** Of a thread, whose message stands above its replies. */
export const threadStartBlock = 24;

export type Scrolling = ReturnType<typeof createScrolling>;

export function createScrolling(source: {
  timeline: Accessor<Timeline>;
  rows: Accessor<TimelineRows>;
  log: Accessor<HTMLElement | undefined>;
  list: Accessor<VirtualizerHandle | undefined>;
  startBlock: number;
}) {
  const [isAway, setAway] = createSignal(false);
  const [isAtFoot, setAtFoot] = createSignal(true);
  const [topRow, setTopRow] = createSignal(0);
  const [isScrolling, setScrolling] = createSignal(false);
  const settling = makeSettling(source.log, () => pin.isPressed());
  const pin = createPin(source.log, settling.cancel);
  let isPaging = false;
  let isPlaced = false;

  const look = () => {
    const log = source.log();
    if (!log) return;
    const distance = footDistance(log);
    setAtFoot(distance < 24 && !source.timeline().hasNewer());
    setAway(source.timeline().hasNewer() || distance > log.clientHeight / 2);
    setTopRow(source.list()?.findItemIndex(log.scrollTop + 8) ?? 0);
  };

  const follow = () => {
    const log = source.log();
    if (log && isPlaced && pin.isPinned() && !pin.isPressed() && !source.timeline().hasNewer())
      log.scrollTop = log.scrollHeight;
    look();
  };

  const page = async () => {
    const log = source.log();
    if (!log || isPaging || !isPlaced) return;
    const isOlder = source.timeline().hasOlder() && log.scrollTop < preloadPixels;
    if (!isOlder && !(source.timeline().hasNewer() && footDistance(log) < preloadPixels)) return;
    isPaging = true;
    const before = source.rows().ids;
    await (isOlder ? source.timeline().olderBy(pageLength) : source.timeline().newerBy(pageLength));
    isPaging = false;
    // Nothing came: the stretch is not here and the network is not either. The next movement asks again.
    if (source.rows().ids !== before) requestAnimationFrame(page);
  };

  const offsetOf = (index: number) => {
    const list = source.list();
    return list && source.startBlock + list.getItemOffset(index);
  };

  const showRow = (index: () => number, place: "start" | "center", settled?: () => void) => {
    pin.release();
    settling.settleAt(
      () => {
        const list = source.list();
        const log = source.log();
        const row = index();
        const top = offsetOf(row);
        if (!list || !log || top === undefined || row < 0) return undefined;
        return place === "start" ? top - 72 : top - (log.clientHeight - list.getItemSize(row)) / 2;
      },
      () => {
        look();
        if (isAtFoot()) pin.pin();
        page();
        settled?.();
      },
    );
  };

  createEffect(
    on(source.rows, () => {
      queueMicrotask(() => {
        follow();
        page();
      });
    }),
  );

  createEffect(on(pin.isPressed, (isDown) => !isDown && follow(), { defer: true }));

  return {
    isAway,
    isAtFoot,
    isScrolling,
    topRow,
    release: pin.release,
    onScroll() {
      setScrolling(true);
      look();
      page();
    },
    onScrollEnd: () => setScrolling(false),
    onResize: follow,
    /** Where a conversation opens: at its foot, or at the first row not read yet. */
    placeAt(row: number | undefined) {
      isPlaced = true;
      if (row === undefined) follow();
      else showRow(() => row, "start");
    },
    showRow,
    /** Scrolls just so far that the row is in sight, for the keyboard. */
    revealRow(index: number) {
      const list = source.list();
      const log = source.log();
      const top = offsetOf(index);
      if (!list || !log || top === undefined) return;
      const bottom = top + list.getItemSize(index);
      if (top < log.scrollTop + 40) log.scrollTop = top - 40;
      else if (bottom > log.scrollTop + log.clientHeight) log.scrollTop = bottom - log.clientHeight + 8;
    },
    async toLatest() {
      if (source.timeline().hasNewer()) await source.timeline().jumpTo("latest");
      pin.pin();
      settling.settleAt(() => source.log()?.scrollHeight, look);
    },
  };
}
