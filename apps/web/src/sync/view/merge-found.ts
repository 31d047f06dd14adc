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

const byNewest = (a: MessageRow, b: MessageRow) =>
  b.createdAt.localeCompare(a.createdAt) || b.seq - a.seq || b.id.localeCompare(a.id);
