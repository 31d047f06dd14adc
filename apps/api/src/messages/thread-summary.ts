import type { MessageRow, ThreadSummary } from "@parley/schema";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { type MessageRecord, toMessageRow } from "./wire-row.ts";

/** So many of the newest replies are looked at for who wrote in a thread. */
const looked = 50;
const faces = 5;

/** What stays of a message's details when it is deleted: the thread under it goes on. */
export const keptDetails = ({ details: { thread } }: MessageRecord): string => JSON.stringify(thread ? { thread } : {});

/** Counts replies that were just deleted out of their thread, one or several; answers with the root, if there is one. */
export async function takeFromThread(
  { db, rev }: Pick<ConversationTx, "db" | "rev">,
  { thread_id }: Pick<MessageRecord, "thread_id">,
  count = 1,
): Promise<MessageRow | null> {
  if (!thread_id) return null;
  const root = await db.selectFrom("messages").selectAll().where("id", "=", thread_id).executeTakeFirst();
  if (!root?.details.thread) return null;
  const left = await newestReplies(db, thread_id).execute();
  const { replyCount, sentCount, lastReplyAt } = root.details.thread;
  const thread: ThreadSummary = {
    sentCount,
    replyCount: Math.max(0, replyCount - count),
    lastReplyAt: left[0]?.created_at.toISOString() ?? lastReplyAt,
    replierIds: [...new Set(left.map((it) => it.sender_id))].slice(0, faces),
  };
  const row = await db
    .updateTable("messages")
    .set({ details: JSON.stringify({ ...root.details, thread }), rev })
    .where("id", "=", thread_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toMessageRow(row);
}

export const newestReplies = (db: ConversationTx["db"], threadId: NonNullable<MessageRecord["thread_id"]>) =>
  db
    .selectFrom("messages")
    .select(["sender_id", "created_at"])
    .where("thread_id", "=", threadId)
    .where("deleted_at", "is", null)
    .orderBy("seq", "desc")
    .limit(looked);
