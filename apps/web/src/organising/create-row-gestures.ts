import type { ConversationId } from "@parley/schema";
import { createSignal } from "solid-js";
import type { ConversationEntry } from "../sync/index.ts";
import { createOrganising } from "./create-organising.ts";
import type { OrganisingMenuHandle } from "./create-organising-menu.tsx";

export type Swipe = { id: ConversationId /** How far, towards the end of the line. */; x: number; isHeld: boolean };

/** What mouse, finger and keys do with a row besides opening it. The code for pressing and dragging loads with the first press. */
export function createRowGestures(source: { entries(): readonly ConversationEntry[]; menu: OrganisingMenuHandle }) {
  const organise = createOrganising();
  const [swipe, setSwipe] = createSignal<Swipe>();
  const entryOf = (row: HTMLElement) => source.entries().find((entry) => entry.id === row.dataset["conversation"]);

  function onPointerDown(event: PointerEvent) {
    const target = event.target as Element;
    if (target.closest("[data-swipe-act]")) return;
    const wasOpen = swipe() !== undefined;
    if (wasOpen) setSwipe(undefined);
    const row = rowAt(target);
    const entry = row && entryOf(row);
    if (!row || !entry) return;
    const isDown = whileDown();
    const list =
      entry.pin === null
        ? undefined
        : { rows: () => pinnedRows(row), put: (index: number) => organise("placePin", entry, index) };
    if (event.pointerType === "touch")
      void import("./follow-finger.ts").then(({ followFinger }) => {
        if (!isDown.aborted)
          followFinger(event, row, {
            wasOpen,
            list,
            hold: () => source.menu.open(entry, row.getBoundingClientRect(), row),
            swipe: (x, isHeld) => setSwipe(x === 0 ? undefined : { id: entry.id, x, isHeld }),
            swiped: (end) => organise(end === "start" ? "toggleUnread" : "toggleArchive", entry),
          });
      });
    else if (event.button === 0 && list)
      void import("./drag-row.ts").then(({ dragRow }) => {
        if (!isDown.aborted) dragRow(event, row, list);
      });
  }

  function onContextMenu(event: MouseEvent) {
    const row = rowAt(event.target as Element);
    const entry = row && entryOf(row);
    if (!row || !entry) return;
    event.preventDefault();
    // For a finger a long press has opened it.
    if ((event as PointerEvent).pointerType === "touch") return;
    const isMouse = event.button === 2;
    const point = { left: event.clientX, top: event.clientY, bottom: event.clientY };
    source.menu.open(entry, isMouse ? point : row.getBoundingClientRect(), row);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!step || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const row = rowAt(event.target as Element);
    const entry = row && entryOf(row);
    if (!entry || entry.pin === null) return;
    event.preventDefault();
    organise("movePin", entry, step);
  }

  return { onPointerDown, onContextMenu, onKeyDown, swipe, closeSwipe: () => setSwipe(undefined) };
}

/** Ends when the press does, also when that is before the code for it has loaded. */
function whileDown(): AbortSignal {
  const press = new AbortController();
  const over = () => press.abort();
  for (const type of ["pointerup", "pointercancel"] as const)
    document.addEventListener(type, over, { once: true, signal: press.signal });
  return press.signal;
}

const rowAt = (target: Element) => target.closest<HTMLElement>("[data-conversation]");
const pinnedRows = (row: HTMLElement) => [...(row.closest("ul")?.children ?? [])] as HTMLElement[];
