import type { MessageRow } from "../rows.ts";
import { traits } from "./query.ts";
import { tagsOf, type Word, withoutArticle, wordsOf } from "./words.ts";

export type Searched = Pick<MessageRow, "kind" | "text" | "senderId"> & { content?: unknown; link?: unknown };

/** What a message is found by. Words have places; tags begin with `#`, traits with `?`, the sender with `@`. */
export type Terms = { words: Pick<Word, "word" | "at">[]; marks: string[] };

export const senderTerm = (userId: string) => `@${userId}`;
export const tagTerm = (tag: string) => `#${tag}`;
export const traitTerm = (trait: string) => `?${trait}`;

/** The terms of a message; null for what is not searched: what happened, and what was deleted. */
export function termsOf(message: Searched & { deletedAt?: unknown }): Terms | null {
  if (message.kind === "event" || message.deletedAt) return null;
  const words: Terms["words"] = [];
  const tags = new Set<string>();
  let first = 0;
  for (const text of textsOf(message)) {
    for (const { word, at } of wordsOf(text)) {
      words.push({ word, at: first + at });
      const bare = withoutArticle(word);
      if (bare) words.push({ word: bare, at: first + at });
    }
    for (const tag of tagsOf(text)) if (tag) tags.add(tag);
    // A phrase never runs from one text into the next.
    first = (words.at(-1)?.at ?? first) + 2;
  }
  return {
    words,
    marks: [senderTerm(message.senderId), ...Array.from(tags, tagTerm), ...traitsOf(message).map(traitTerm)],
  };
}

/** Everything in a message that people read: its text first, then what its content says (a question, a name, a title). */
export function textsOf({ text, content, link }: Searched): string[] {
  return [text, ...stringsIn(content), ...stringsIn(link)].filter((it) => it !== "");
}

const readable = new Set(["question", "title", "name", "label", "text", "description", "options", "address", "code"]);

function stringsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (typeof inside === "object") return stringsIn(inside);
    const isItem = Array.isArray(value);
    return typeof inside === "string" && (isItem || readable.has(key)) ? [inside] : [];
  });
}

const address = /\b(?:https?:\/\/|www\.)\S/i;

function traitsOf({ kind, text, link }: Searched): string[] {
  const has = traits.filter((trait) => trait === kind) as string[];
  return link || address.test(text) ? [...has, "link"] : has;
}
