import type { SavedTags } from "../saved-tags.ts";
import { foldTag } from "./words.ts";

/** Those saved messages that their user gave this tag, or one that begins with it. */
export function withTag<Saved extends SavedTags>(all: Iterable<Saved>, sought: string, isPrefix: boolean): Saved[] {
  const matches = (tag: string) => (isPrefix ? foldTag(tag).startsWith(sought) : foldTag(tag) === sought);
  return Array.from(all).filter(({ tags }) => tags.some(matches));
}
