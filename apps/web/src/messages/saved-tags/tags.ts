import { limits, type SavedTags } from "@parley/schema";
import { foldTag } from "@parley/schema/search";

/** A tag with the saved messages that have it, by seq. */
export type TagInUse = { tag: string; key: string; seqs: number[] };

/** All tags in use, those on most messages first; spelled as they were last. */
export function tagsInUse(all: Iterable<SavedTags>): TagInUse[] {
  const found = new Map<string, TagInUse>();
  for (const { seq, tags } of all)
    for (const tag of tags) {
      const key = keyOf(tag);
      const known = found.get(key);
      if (!known) found.set(key, { tag, key, seqs: [seq] });
      else if (!known.seqs.includes(seq)) known.seqs.push(seq);
    }
  for (const it of found.values()) it.seqs.sort((a, b) => a - b);
  return [...found.values()].sort((a, b) => b.seqs.length - a.seqs.length || a.key.localeCompare(b.key));
}

/** What tags are compared by: a search for one finds the other. */
export const keyOf = (tag: string): string => foldTag(tag) || tag;

/** A tag as it is kept: without its `#`, and no longer than one may be. */
export function tidyTag(typed: string): string {
  const tidy = typed
    .replace(/^[\s#]+/u, "")
    .replace(/\s+/gu, " ")
    .trim();
  return Array.from(tidy).slice(0, limits.tagLength).join("").trim();
}

/** With one more, in the spelling that is in use already; the same list when it is there, or there is no room. */
export function withTag(tags: readonly string[], typed: string, inUse: readonly TagInUse[]): string[] {
  const tag = tidyTag(typed);
  if (!tag || tags.length >= limits.tagsEach || tags.some((it) => keyOf(it) === keyOf(tag))) return [...tags];
  return [...tags, inUse.find((it) => it.key === keyOf(tag))?.tag ?? tag];
}
