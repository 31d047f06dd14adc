import type { CustomEmoji } from "@parley/schema";

type Range = { from: number; to: number };

/** A stretch of a text; of one that lies in the name of an emoji, the whole emoji. */
export function aroundEmoji(text: string, range: Range, known: ReadonlyMap<string, CustomEmoji>): Range {
  const before = /:([a-z0-9_-]*)$/.exec(text.slice(0, range.from));
  const after = /^([a-z0-9_-]*):/.exec(text.slice(range.to));
  if (!before || !after || !known.has(before[1] + text.slice(range.from, range.to) + after[1])) return range;
  return { from: before.index, to: range.to + after[0].length };
}
