import { fold } from "@parley/schema/search";

/** An emoji with Unicode's name for it, and words by which people look for it. */
export type Emoji = { emoji: string; name: string; words: string; hasTones: boolean };
export type EmojiGroup = { name: EmojiGroupName; emoji: Emoji[] };
export const emojiGroups = [
  "smileys",
  "people",
  "nature",
  "food",
  "travel",
  "activities",
  "objects",
  "symbols",
  "flags",
] as const;
export type EmojiGroupName = (typeof emojiGroups)[number];

/** All of them. They are words and no program: a browser that need not compile them has them sooner. */
export async function loadEmoji(): Promise<EmojiGroup[]> {
  const list = await fetch(new URL("./emoji.txt", import.meta.url));
  return readEmoji(await list.text());
}

/** Reads `emoji.txt`: `# group`, then a line for each: the emoji (with * if it has skin tones), its name, more words. */
export function readEmoji(text: string): EmojiGroup[] {
  const groups: EmojiGroup[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("# ")) groups.push({ name: line.slice(2) as EmojiGroupName, emoji: [] });
    const [symbol = "", name, words = ""] = line.split("\t");
    if (name)
      groups.at(-1)?.emoji.push({ emoji: symbol.replace(/\*$/, ""), name, words, hasTones: symbol.endsWith("*") });
  }
  return groups;
}

/** Those that have every word asked for, or its start; first those that are called so. */
export function findEmoji(groups: readonly EmojiGroup[], query: string, most = 64): Emoji[] {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const ranked: [rank: number, emoji: Emoji][] = [];
  for (const emoji of groups.flatMap((group) => group.emoji)) {
    const ranks = asked.map((word) => rankOf(emoji, word));
    if (ranks.every((rank) => rank < absent)) ranked.push([Math.max(...ranks), emoji]);
  }
  return ranked
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([, emoji]) => emoji);
}

const absent = 4;

function rankOf({ emoji, name, words }: Emoji, word: string): number {
  const lower = fold(name);
  if (emoji === word || lower === word) return 0;
  if (lower.startsWith(word)) return 1;
  if (startsIn(lower, word)) return 2;
  return startsIn(words, word) ? 3 : absent;
}

const startsIn = (text: string, word: string) => text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
