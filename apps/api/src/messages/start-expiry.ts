import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { sql } from "kysely";
import type { App, SignedIn } from "../context.ts";
import { inConversation } from "../conversations/in-conversation.ts";
import { type MessageRecord, toMessageRow } from "./wire-row.ts";

type Began = { id: MessageId; conversation_id: ConversationId; reader_id: UserId };

/**
 * Starts the time of messages that live from when they are first read: of those in the conversations that this
 * reader has just marked, or, for the job that catches up on what a crash left, of all that somebody has read.
 */
export async function startExpiry(
  ctx: Pick<App, "db" | "publish" | "heads" | "turns" | "now">,
  read: { userId: UserId; conversationIds: ConversationId[] } | "all",
): Promise<number> {
  const began = await listRead(ctx.db, read);
  const ids = new Map<ConversationId, Began[]>();
  for (const it of began) ids.set(it.conversation_id, [...(ids.get(it.conversation_id) ?? []), it]);
  for (const [conversationId, messages] of ids) {
    const userId = messages[0]!.reader_id;
    await inConversation({ ...ctx, userId }, conversationId, async (tx) => {
      const { rows } = await sql<MessageRecord>`
        update messages set rev = ${tx.rev}, expires_at = ${ctx.now()}::timestamptz + make_interval(secs => (details->>'expiresAfter')::int)
        where id = any(${messages.map((it) => it.id)}) and details ? 'expiryStarts' and expires_at is null and deleted_at is null
        returning *`.execute(tx.db);
      if (rows.length > 0) tx.changed({ messages: rows.map(toMessageRow) });
    });
  }
  return began.length;
}

/** The statement looks through a partial index that holds only messages nobody has read yet. */
async function listRead(db: SignedIn["db"], read: { userId: UserId; conversationIds: ConversationId[] } | "all") {
  const whose =
    read === "all" ? sql`true` : sql`m.user_id = ${read.userId} and p.conversation_id = any(${read.conversationIds})`;
  const { rows } = await sql<Began>`
    select distinct on (p.id) p.id, p.conversation_id, m.user_id as reader_id
    from messages p join members m on m.conversation_id = p.conversation_id
    where p.details ? 'expiryStarts' and p.expires_at is null and p.deleted_at is null
      and m.user_id <> p.sender_id and m.read_seq >= p.seq and p.seq <@ m.visible and m.left_at is null and ${whose}
    limit 500`.execute(db);
  return rows;
}
