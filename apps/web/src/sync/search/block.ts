import type { ConversationId } from "@parley/schema";
import { termsOf } from "@parley/schema/search";
import type { HeldMessage } from "../store/rows.ts";
import { blockSize } from "../store/unindexed.ts";

/**
 * The words of up to 512 neighbouring messages: an inverted index of its own, made anew when one of them changes. Each
 * word has its places as numbers, the message in the upper half and the place in it, counted from one, in the lower.
 */
export type Block = {
  conversationId: ConversationId;
  block: number;
  /** In order, parted by line breaks. */
  terms: string;
  /** Where the places of each term end. */
  ends: Uint32Array;
  places: Uint32Array;
  /** Of each message, in their order. */
  seqs: Uint32Array;
  sentAt: Float64Array;
  expiresAt: Float64Array;
};

/** Null when nothing in there can be found. */
export function makeBlock(conversationId: ConversationId, block: number, rows: HeldMessage[]): Block | null {
  const places = new Map<string, number[]>();
  const put = (term: string, place: number) => {
    const known = places.get(term);
    if (known) known.push(place);
    else places.set(term, [place]);
  };
  const kept: HeldMessage[] = [];
  for (const row of rows.slice(0, blockSize)) {
    const terms = termsOf(row);
    if (!terms) continue;
    const message = kept.push(row) - 1;
    for (const mark of terms.marks) put(mark, message << 16);
    for (const { word, at } of terms.words) put(word, (message << 16) | Math.min(at + 1, 0xffff));
  }
  if (kept.length === 0) return null;

  const terms = [...places.keys()].sort();
  const ends = new Uint32Array(terms.length);
  let end = 0;
  for (const [i, term] of terms.entries()) ends[i] = end += places.get(term)!.length;
  const all = new Uint32Array(end);
  for (const [i, term] of terms.entries()) all.set(places.get(term)!, ends[i - 1] ?? 0);
  return {
    conversationId,
    block,
    terms: terms.join("\n"),
    ends,
    places: all,
    seqs: Uint32Array.from(kept, (row) => row.seq),
    sentAt: Float64Array.from(kept, (row) => Date.parse(row.createdAt)),
    expiresAt: Float64Array.from(kept, (row) => (row.expiresAt ? Date.parse(row.expiresAt) : Infinity)),
  };
}
