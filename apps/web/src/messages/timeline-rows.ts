import type { MessageId } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";

/** What the virtual list shows: ids as stable keys. */
export type TimelineRows = {
  ids: readonly MessageId[];
  /** Where each message held stands in the timeline's messages. */
  places: ReadonlyMap<MessageId, number>;
  /** True only when rows were added or removed at the start alone: the list then keeps its place from the end. */
  isShift: boolean;
  /** Counts how often the rows were replaced altogether, by a jump to another part of the history. */
  part: number;
};

export const noRows: TimelineRows = { ids: [], places: new Map(), isShift: false, part: 1 };

/**
 * While there is more above, the oldest message held is not shown but looked back at: the first row shown already knows
 * what stands before it, so a page that is put in front never changes the height of a row.
 */
export function rowsOf(
  messages: readonly Pick<TimelineMessage, "id">[],
  hasOlder: boolean,
  before: TimelineRows,
): TimelineRows {
  const held = messages.map((message) => message.id);
  const ids = hasOlder && held.length > 1 ? held.slice(1) : held;
  const places = new Map(held.map((id, place) => [id, place]));
  if (ids.length === before.ids.length && ids.every((id, i) => id === before.ids[i]))
    return { ...before, places, isShift: false };
  return {
    ids,
    places,
    isShift: isShift(before.ids, ids),
    part: isElsewhere(before.ids, places) ? before.part + 1 : before.part,
  };
}

function isShift(before: readonly MessageId[], after: readonly MessageId[]): boolean {
  if (before.length === 0 || after.length === 0 || before.length === after.length) return false;
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  return short[0] === long[long.length - short.length] && short.at(-1) === long.at(-1);
}

function isElsewhere(before: readonly MessageId[], places: ReadonlyMap<MessageId, number>): boolean {
  return before.length > 0 && !before.some((id) => places.has(id));
}
