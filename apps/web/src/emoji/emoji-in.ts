import type { CustomEmoji } from "@parley/schema";

type Known = ReadonlyMap<string, CustomEmoji>;
/** An emoji in a text, by the name it was written with there. */
export type Written = { name: string; of: CustomEmoji };

/** The words and Parley's own emoji of a text, in their order. */
export function emojiIn(text: string, known: Known): (string | Written)[] {
  const parts: (string | Written)[] = [];
  let from = 0;
  // A colon may end one name and begin the next.
  for (const { index, 1: name = "" } of text.matchAll(/:([a-z0-9_-]{2,32})(?=:)/g)) {
    const of = index >= from && known.get(name);
    if (!of) continue;
    parts.push(text.slice(from, index), { name, of });
    from = index + name.length + 2;
  }
  return [...parts, text.slice(from)];
}
