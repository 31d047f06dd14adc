import { type ConversationId, isOnlyInThread } from "@parley/schema";
import { inSeqRange, type LocalDb } from "./db.ts";

/** How many messages up to `seq` stand only in threads, as far as this device can tell. */
export async function repliesUpTo(db: LocalDb, id: ConversationId, seq: number): Promise<number> {
  const it = await db.get("conversations", id);
  const all = it?.row.threadReplies ?? 0;
  if (!it || all === 0 || seq >= it.row.lastSeq) return all;
  const later = await db.getAll("messages", inSeqRange(id, seq + 1, it.row.lastSeq));
  return Math.max(it.me.readReplies ?? 0, all - later.filter(isOnlyInThread).length);
}
