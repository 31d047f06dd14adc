import type { MessageRow } from "@parley/schema";

/** What one side has found so far, newest first; `more`: it knows of older ones. */
export type Found = { messages: MessageRow[]; more: boolean };

/**
 * What this device and the server have found, as one list, each message once. Only down to where each of them has told
 * all it has: below that, the other's next page could still come in between.
 */
export function mergeFound(sides: Found[]): Found {
  const told = sides.filter((side) => side.messages.length > 0 || side.more);
  const byId = new Map(told.flatMap((side) => side.messages).map((message) => [message.id, message]));
  const all = [...byId.values()].sort(byNewest);
  const ends = told.filter((side) => side.more).map((side) => side.messages.at(-1));
  const messages = all.filter((message) => ends.every((end) => !end || byNewest(message, end) <= 0));
  return { messages, more: told.some((side) => side.more) };
}

/** What was found, after these messages have changed: those that still belong in it stand at their place. */
export function withChanged(found: Found, rows: MessageRow[], belongs: (row: MessageRow) => boolean): Found {
  const last = found.more ? found.messages.at(-1) : undefined;
  const changed = new Map(rows.map((row) => [row.id, row]));
  const added = [...changed.values()].filter((row) => belongs(row) && (!last || byNewest(row, last) <= 0));
  const isAsBefore = added.length === 0 && !found.messages.some((message) => changed.has(message.id));
  if (isAsBefore) return found;
  const rest = found.messages.filter((message) => !changed.has(message.id));
  return { ...found, messages: [...rest, ...added].sort(byNewest) };
}

const byNewest = (a: MessageRow, b: MessageRow) =>
  b.createdAt.localeCompare(a.createdAt) || b.seq - a.seq || b.id.localeCompare(a.id);
