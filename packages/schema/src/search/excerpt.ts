import type { Query, SoughtWord } from "./query.ts";
import { type Searched, textsOf } from "./terms.ts";
import { foldTag, hashtagPattern, type Word, withoutArticle, wordsOf } from "./words.ts";

export type Range = { from: number; to: number };
export type Excerpt = { text: string; ranges: Range[] };

/** The part of a message around what was found in it, with where that stands. */
export function excerptOf(message: Searched, query: Query | null, length = 140): Excerpt {
  const texts = textsOf(message);
  const found = texts.map((text) => ({ text, ranges: query ? rangesIn(text, query) : [] }));
  const { text, ranges } = found.find((it) => it.ranges.length > 0) ?? found[0] ?? { text: "", ranges: [] };
  const first = ranges[0]?.from ?? 0;
  if (first < length * 0.6) return cut({ text, ranges }, 0, length);
  // Begin at a word not far before the first hit.
  const near = first - Math.floor(length * 0.3);
  const space = text.slice(near, first).search(/\s/);
  return cut({ text, ranges }, space < 0 ? near : near + space + 1, length);
}

/** Where in a text the words of a query stand, in order, none overlapping. */
export function rangesIn(text: string, query: Query): Range[] {
  const words = [...wordsOf(text)];
  const ranges = [...soughtIn(query)].flatMap((sought) =>
    sought.kind === "words" ? phraseRanges(words, sought.words) : tagRanges(text, sought.tag, sought.isPrefix),
  );
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && range.from <= before.to) before.to = Math.max(before.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

type Sought = Extract<Query, { kind: "words" | "tag" }>;

/** What a query looks for; what it excludes is nowhere to be seen. */
function* soughtIn(query: Query): Iterable<Sought> {
  if (query.kind === "words" || query.kind === "tag") yield query;
  else if (query.kind === "and" || query.kind === "or") for (const it of query.of) yield* soughtIn(it);
}

function phraseRanges(words: Word[], sought: SoughtWord[]): Range[] {
  const byPlace = new Map(words.map((word) => [word.at, word]));
  return words.flatMap((start) => {
    const hit = sought
      .map((it) => byPlace.get(start.at + it.at))
      .filter((word, i) => word && isIt(word.word, sought[i]!));
    const last = hit.at(-1);
    return hit.length === sought.length && last ? [{ from: start.from, to: last.to }] : [];
  });
}

export function isIt(word: string, sought: SoughtWord): boolean {
  const is = (form: string) => (sought.isPrefix ? form.startsWith(sought.word) : form === sought.word);
  const bare = withoutArticle(word);
  return is(word) || (bare !== undefined && is(bare));
}

function tagRanges(text: string, tag: string, isPrefix: boolean): Range[] {
  return Array.from(text.matchAll(hashtagPattern), ({ 0: written, index }) => ({ written, index }))
    .filter(({ written }) => (isPrefix ? foldTag(written).startsWith(tag) : foldTag(written) === tag))
    .map(({ written, index }) => ({ from: index, to: index + written.length }));
}

function cut({ text, ranges }: Excerpt, from: number, length: number): Excerpt {
  const to = Math.min(text.length, from + length);
  const before = from > 0 ? "…" : "";
  const after = to < text.length ? "…" : "";
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to).toWellFormed().replaceAll("\uFFFD", "").replaceAll(/\s/g, " ")}${after}`,
    ranges: ranges
      .filter((range) => range.from < to && range.to > from)
      .map((range) => ({ from: Math.max(from, range.from) + shift, to: Math.min(to, range.to) + shift })),
  };
}
