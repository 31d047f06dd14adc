import type { ConversationId, SeqRange } from "@parley/schema";
import type { CacheTx } from "./db.ts";

/** How many seqs of a conversation the search index keeps as one. */
export const blockSize = 512;

/** A part of a conversation that changed since the search index looked at it; `stamp` is another one with each change. */
export type Unindexed = { conversationId: ConversationId; block: number; stamp: number };

export const blockOf = (seq: number) => Math.floor(seq / blockSize);

/** Notes, together with the change itself, that the search index has to look here: so nothing is missed by a crash in between. */
export async function noteUnindexed(tx: CacheTx, conversationId: ConversationId, ranges: SeqRange[]): Promise<void> {
  const blocks = new Set<number>();
  for (const { from, to } of ranges) for (let block = blockOf(from); block <= blockOf(to); block++) blocks.add(block);
  const store = tx.objectStore("unindexed");
  await Promise.all(Array.from(blocks, (block) => store.put({ conversationId, block, stamp: Math.random() })));
}

export const seqsOf = (rows: { seq: number }[]): SeqRange[] => rows.map(({ seq }) => ({ from: seq, to: seq }));
