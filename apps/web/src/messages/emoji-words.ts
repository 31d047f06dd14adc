import { fold } from "@parley/schema/search";
import type { Language } from "../i18n/index.ts";
import type { EmojiGroup } from "./emoji-list.ts";

/** The words by which readers of a language look for emoji, besides the English ones: a line for each of `emoji.txt`. */
export async function loadEmojiWords(language: Language): Promise<string> {
  switch (language) {
    case "en":
      return "";
    case "vi":
      return textAt(new URL("../i18n/vi/emoji.txt", import.meta.url));
    case "ar":
      return textAt(new URL("../i18n/ar/emoji.txt", import.meta.url));
    default:
      return language satisfies never;
  }
}

const textAt = async (address: URL) => (await fetch(address)).text();

/** The same emoji, found by these words too. What is made of several emoji has the words of each; a flag is its country. */
export function withWords(groups: readonly EmojiGroup[], words: string, language: Language): EmojiGroup[] {
  const lines = words.split("\n");
  const known = new Map<string, string>();
  let line = 0;
  for (const { emoji } of groups.flatMap((group) => group.emoji)) {
    const own = lines[line++];
    if (own) known.set(bare(emoji), own);
  }
  const countries = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const wordsOf = (emoji: string) =>
    known.get(bare(emoji)) ??
    countryOf(emoji, countries) ??
    partsOf(emoji)
      .flatMap((it) => known.get(it) ?? [])
      .join(" ");
  return groups.map(({ name, emoji }) => ({
    name,
    emoji: emoji.map((it) => ({ ...it, words: `${it.words} ${fold(wordsOf(it.emoji))}` })),
  }));
}

const bare = (emoji: string) => emoji.replaceAll("\ufe0f", "");
const partsOf = (emoji: string) => bare(emoji).split("\u200d");

function countryOf(emoji: string, names: Intl.DisplayNames): string | undefined {
  const letters = Array.from(emoji, (it) => (it.codePointAt(0) ?? 0) - 0x1f1e6 + 65);
  if (letters.length !== 2 || letters.some((it) => it < 65 || it > 90)) return undefined;
  return names.of(String.fromCharCode(...letters));
}
