import type { Attachment } from "../attachments.ts";
import type { MessageRow } from "../rows.ts";
import { traits } from "./query.ts";
import { tagsOf, type Word, withoutArticle, wordsOf } from "./words.ts";

export type Searched = Pick<MessageRow, "kind" | "text" | "senderId"> & {
  attachments?: Pick<Attachment, "kind" | "name" | "alt">[] | undefined;
  link?: { title?: string | null | undefined; description?: string | null | undefined } | null | undefined;
};

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

/**
 * Everything in a message that people read: its text, which also has the words of what it holds, what its files are called
 * and what is to be seen on them, and what is said of its link.
 */
export function textsOf({ text, link, attachments = [] }: Searched): string[] {
  const files = attachments.flatMap(({ name, alt }) => [name, alt ?? ""]);
  return [text, ...files, link?.title ?? "", link?.description ?? ""].filter((it) => it !== "");
}

const address = /\b(?:https?:\/\/|www\.)\S/i;

function traitsOf({ kind, text, link, attachments = [] }: Searched): string[] {
  const files = attachments.map((it) => (it.kind === "voice" ? "audio" : it.kind) as string);
  if (files.length > 0) files.push("file");
  const has = traits.filter((trait) => trait === kind || files.includes(trait)) as string[];
  return link || address.test(text) ? [...has, "link"] : has;
}
