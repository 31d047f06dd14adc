import type { Db, Tables } from "@parley/db";
import type { ConversationId, MessageDetails, MessageId, UserId } from "@parley/schema";
import { type ExpressionBuilder, sql } from "kysely";
import type { SignedIn } from "../context.ts";

/** With `threadId`, one who reads only that thread. */
export type Reader = { userId: UserId; conversationId: ConversationId; now: Date; threadId?: MessageId | undefined };

export const readerOf = (
  ctx: SignedIn,
  { conversationId, threadId }: Pick<Reader, "conversationId" | "threadId">,
): Reader => ({
  userId: ctx.userId,
  conversationId,
  now: ctx.now(),
  threadId,
});

/**
 * A message's details as this member is told them: from `members` and `messages` under these names. The thread below a
 * message may hold what only they cannot see.
 */
export const seenDetails = (message: string, member: string) => sql<MessageDetails>`
  case when ${sql.ref(`${message}.details`)} ? 'thread' and not int4range(${sql.ref(`${message}.seq`)}, null) <@ ${sql.ref(`${member}.visible`)}
    then seen_thread(${sql.ref(`${message}.id`)}, ${sql.ref(`${message}.details`)}, ${sql.ref(`${member}.visible`)})
    else ${sql.ref(`${message}.details`)} end`;

/** What this user may read of the conversation, and nothing that has expired; none of it for who is not a member. */
export const readableMessages = (db: Db, reader: Reader) => visibleMessages(db, reader).where(isAlive(reader.now));

/** As `readableMessages`, with what has expired: of that nothing may be said but that it is gone. */
export function visibleMessages(db: Db, { userId, conversationId, threadId }: Omit<Reader, "now">) {
  return db
    .selectFrom("messages")
    .innerJoin("members", (join) =>
      join.on("members.user_id", "=", userId).onRef("members.conversation_id", "=", "messages.conversation_id"),
    )
    .selectAll("messages")
    .select(seenDetails("messages", "members").as("details"))
    .where("messages.conversation_id", "=", conversationId)
    .where("members.left_at", "is", null)
    .where(sql<boolean>`messages.seq <@ members.visible`)
    .$if(threadId !== undefined, (query) => query.where("messages.thread_id", "=", threadId ?? null));
}

/** Every read leaves out what has expired, whether or not the job has erased it yet. */
export function isAlive(now: Date) {
  return ({ or, eb }: ExpressionBuilder<Tables, "messages">) =>
    or([eb("messages.expires_at", "is", null), eb("messages.expires_at", ">", now)]);
}
