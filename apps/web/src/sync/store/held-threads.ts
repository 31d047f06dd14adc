import { limits, type MessageId, type MessagePage, type MessageRow, type SeqRange } from "@parley/schema";
import { type CacheTx, inThreadRange } from "./db.ts";
import { addRange, rangeAt, withoutRange } from "./ranges.ts";
import type { HeldThread, LocalConversation } from "./rows.ts";
import { noteUnindexed, seqsOf } from "./unindexed.ts";

/** Whether the row belongs to a thread of which this device has that stretch, though not of the conversation. */
export function isInHeldThread(it: LocalConversation, row: Pick<MessageRow, "id" | "threadId" | "seq">): boolean {
  const thread = it.threads.find(({ id }) => id === row.threadId || id === row.id);
  return thread !== undefined && rangeAt(thread.held, row.seq) !== undefined;
}

/** Notes what a page of a thread answers for. Only so many threads, in so many stretches, can be named in a pull. */
export async function holdThread(tx: CacheTx, it: LocalConversation, id: MessageId, page: MessagePage): Promise<void> {
  const root = page.messages.find((row) => row.id === id);
  const stretches = [page.covers, root ? { from: root.seq, to: root.seq } : null].filter((range) => range !== null);
  const before = it.threads.find((thread) => thread.id === id)?.held ?? [];
  const thread: HeldThread = { id, held: stretches.reduce(addRange, before) };
  it.threads = [...it.threads.filter((other) => other.id !== id), thread];
  while (thread.held.length > limits.threadRanges) await letGo(tx, it, thread, thread.held[1]!);
  while (it.threads.length > limits.heldThreads) {
    const oldest = it.threads[0]!;
    for (const range of oldest.held) await letGo(tx, it, oldest, range);
    it.threads = it.threads.slice(1);
  }
}

/** Lets go of all that is held of threads alone. */
export async function letGoOfThreads(tx: CacheTx, it: LocalConversation): Promise<void> {
  for (const thread of it.threads) for (const range of thread.held) await letGo(tx, it, thread, range);
  it.threads = [];
}

async function letGo(tx: CacheTx, it: LocalConversation, thread: HeldThread, range: SeqRange): Promise<void> {
  const store = tx.objectStore("messages");
  const root = await store.index("id").get(thread.id);
  const replies = await store.index("thread").getAll(inThreadRange(thread.id, range.from, range.to));
  const gone = (root ? [root, ...replies] : replies).filter(
    (row) => rangeAt([range], row.seq) && !rangeAt(it.held, row.seq),
  );
  for (const row of gone) await store.delete([it.id, row.seq]);
  await noteUnindexed(tx, it.id, seqsOf(gone));
  thread.held = withoutRange(thread.held, range);
}
