import { fold } from "./fold.ts";

/**
 * A word in a text: folded, its place among the words, and where it stands in the text as written. `isLast` is the single
 * letter at the end of a run of letters without spaces.
 */
export type Word = { word: string; at: number; from: number; to: number; isLast?: true };

/** Longer than anybody types; what is longer counts by its beginning. */
const mostLetters = 48;

// Scripts that write words without a space between them, and Korean, whose words take endings.
const unspaced = String.raw`[[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&\p{L}]--[\uff9e\uff9f]]`;
const pieces = new RegExp(
  String.raw`(?<run>(?:${unspaced}[\p{M}\uff9e\uff9f]*)+)|(?<word>[[\p{L}\p{N}]--${unspaced}][[\p{L}\p{N}\p{M}]--${unspaced}]*)|(?<emoji>\p{Extended_Pictographic})`,
  "gv",
);
const letters = new RegExp(String.raw`${unspaced}[\p{M}\uff9e\uff9f]*`, "gv");
const notWord = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/gu;
/** A tag: `#` at the beginning of a word, then letters, digits and underscores. */
export const hashtagPattern = /(?<![\p{L}\p{N}\p{M}_#&/])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}\p{M}_]+/gu;

/**
 * The words of a text, in order. Where a script puts no space between words, every two neighbouring letters are a word
 * that overlaps the next one, and the last letter of such a run is one by itself.
 */
export function* wordsOf(text: string): Iterable<Word> {
  let at = 0;
  for (const found of text.matchAll(pieces)) {
    if (found.groups?.["run"] !== undefined) {
      const run = lettersOf(found[0], found.index);
      for (const [place, letter] of run.entries()) {
        const next = run[place + 1];
        if (next) yield { word: letter.word + next.word, from: letter.from, to: next.to, at: at++ };
        else yield { ...letter, at: at++, isLast: true };
      }
      continue;
    }
    const word = shortened(fold(found[0]).replace(notWord, ""));
    if (word) yield { word, at: at++, from: found.index, to: found.index + found[0].length };
  }
}

/** An Arabic word without its article, by which it is looked for as well. */
export function withoutArticle(word: string): string | undefined {
  return /^(?:[وفبكل]?ال|لل)(\p{sc=Arabic}{3,})$/u.exec(word)?.[1];
}

/** The tags in a text, folded, without their `#`. */
export function tagsOf(text: string): string[] {
  return text.includes("#") ? (text.match(hashtagPattern) ?? []).map((tag) => foldTag(tag)) : [];
}

/** A tag as it is looked for. */
export const foldTag = (tag: string): string => shortened(fold(tag).replace(/[^\p{L}\p{N}\p{M}_]/gu, ""));

function lettersOf(run: string, start: number): { word: string; from: number; to: number }[] {
  return Array.from(run.matchAll(letters), ({ 0: letter, index }) => ({
    word: fold(letter).replace(notWord, "") || letter,
    from: start + index,
    to: start + index + letter.length,
  }));
}

function shortened(word: string): string {
  return word.length <= mostLetters ? word : Array.from(word).slice(0, mostLetters).join("");
}
