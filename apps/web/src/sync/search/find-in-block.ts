import type { UserId } from "@parley/schema";
import { type Sets, type SoughtWord, senderTerm, tagTerm, traitTerm } from "@parley/schema/search";
import type { Block } from "./block.ts";

/** A block with its words apart, as searches want them. */
export type OpenBlock = Block & { words: string[]; newestAt: number };

export const openBlock = (block: Block): OpenBlock => ({
  ...block,
  words: block.terms.split("\n"),
  newestAt: block.sentAt.reduce((newest, at) => Math.max(newest, at), 0),
});

/** What a search has to know that no block tells. */
export type Around = {
  users: Map<string, UserId[]>;
  isNamed(name: string): boolean;
  isSaved: boolean;
  /** Saved messages with this tag of the user's own, by seq. */
  tagged(tag: string, isPrefix: boolean): ReadonlySet<number>;
  pinned: Set<number>;
};

/** One bit for each message of a block. */
export type Bits = Uint32Array;

/** What a query means to one block. */
export function setsOf(block: OpenBlock, around: Around): Sets<Bits> {
  const size = block.seqs.length;
  const none = () => new Uint32Array((size + 31) >>> 5);
  const chosen = (is: (message: number) => boolean) => {
    const bits = none();
    for (let message = 0; message < size; message++) if (is(message)) add(bits, message);
    return bits;
  };
  const all = (isAll: boolean) => (isAll ? chosen(() => true) : none());
  const messagesWith = (term: string, isPrefix = false) => {
    const bits = none();
    for (const place of placesOf(block, term, isPrefix)) add(bits, place >>> 16);
    return bits;
  };

  return {
    phrase([first, ...rest]: SoughtWord[]) {
      if (!first) return none();
      if (rest.length === 0) return messagesWith(first.word, first.isPrefix);
      let starts = new Set(placesOf(block, first.word, first.isPrefix));
      for (const { word, at, isPrefix } of rest) {
        const next = new Set<number>();
        for (const place of placesOf(block, word, isPrefix)) if (starts.has(place - at)) next.add(place - at);
        starts = next;
      }
      const bits = none();
      for (const place of starts) add(bits, place >>> 16);
      return bits;
    },
    tag(tag, isPrefix) {
      const written = messagesWith(tagTerm(tag), isPrefix);
      const tagged = around.tagged(tag, isPrefix);
      return tagged.size > 0
        ? either(
            written,
            chosen((at) => tagged.has(block.seqs[at] ?? 0)),
          )
        : written;
    },
    has: (trait) => messagesWith(traitTerm(trait)),
    from: (who) => (around.users.get(who) ?? []).map((id) => messagesWith(senderTerm(id))).reduce(either, none()),
    in: (name) => all(around.isNamed(name)),
    is: (what) => (what === "saved" ? all(around.isSaved) : chosen((at) => around.pinned.has(block.seqs[at] ?? 0))),
    sent: (from, to) => chosen((at) => (block.sentAt[at] ?? 0) >= from && (block.sentAt[at] ?? 0) < to),
    and: (sets) => sets.reduce(both),
    or: (sets) => sets.reduce(either),
    not: (set) => chosen((message) => !has(set, message)),
  };
}

export const has = (bits: Bits, message: number) => ((bits[message >>> 5] ?? 0) & (1 << (message & 31))) !== 0;

function add(bits: Bits, message: number) {
  bits[message >>> 5] = (bits[message >>> 5] ?? 0) | (1 << (message & 31));
}

const both = (a: Bits, b: Bits) => a.map((word, i) => word & (b[i] ?? 0));
const either = (a: Bits, b: Bits) => a.map((word, i) => word | (b[i] ?? 0));

/** The places of a word, or of all that begin with it. */
function placesOf({ words, ends, places }: OpenBlock, term: string, isPrefix: boolean): Uint32Array {
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < term) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (isPrefix ? words[end]?.startsWith(term) : end === low && words[end] === term) end++;
  return places.subarray(low === 0 ? 0 : ends[low - 1], end === 0 ? 0 : ends[end - 1]);
}
