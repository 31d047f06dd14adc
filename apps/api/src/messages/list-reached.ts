import { loggedMarks } from "@parley/db";
import { type ConversationId, isOnlyInThread, type MessageId, type Reached, type Time } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { readableMessages, readerOf } from "./readable-messages.ts";
import { toMessageRow } from "./wire-row.ts";

/** Whom a message has reached, who has read it, and when, as far as they let it be told and it is still known. */
export async function listReached(
  ctx: SignedIn,
  { conversationId, messageId }: { conversationId: ConversationId; messageId: MessageId },
): Promise<Reached[]> {
  const message = await readableMessages(ctx.db, readerOf(ctx, { conversationId }))
    .where("messages.id", "=", messageId)
    .executeTakeFirst();
  if (!message) throw notFound();
  const members = await ctx.db
    .selectFrom("members")
    .innerJoin("conversations", "conversations.id", "members.conversation_id")
    .select(["members.user_id", "members.told_read_seq", "members.told_delivered_seq"])
    .select(({ ref }) => [
      // As JSON: the drivers do not agree on arrays of large numbers.
      sql<number[]>`to_jsonb(${ref("members.read_log")})`.as("read_log"),
      sql<number[]>`to_jsonb(${ref("members.delivered_log")})`.as("delivered_log"),
    ])
    .where("members.conversation_id", "=", conversationId)
    // Of a channel's subscribers nobody is told.
    .where("conversations.kind", "<>", "channel")
    .where("members.left_at", "is", null)
    .where("members.user_id", "<>", message.sender_id)
    .where(({ or, eb }) => or([eb("told_read_seq", ">=", message.seq), eb("told_delivered_seq", ">=", message.seq)]))
    .execute();
  const isInThread = isOnlyInThread(toMessageRow(message));
  return members.map((it) => ({
    userId: it.user_id,
    deliveredAt: reachedAt(it.delivered_log, message.seq),
    ...(it.told_read_seq >= message.seq && !isInThread && { read: { at: reachedAt(it.read_log, message.seq) } }),
  }));
}

/** When a mark first stood at this seq or beyond; null when that is forgotten. */
function reachedAt(log: number[], seq: number): Time | null {
  let at = 0;
  for (let place = 0; place < log.length && (log[place] ?? 0) >= seq; place += 2)
    // Before the last that is remembered there was perhaps another.
    at = place / 2 < loggedMarks - 1 ? (log[place + 1] ?? 0) : 0;
  return at === 0 ? null : new Date(at).toISOString();
}
