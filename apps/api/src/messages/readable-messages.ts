import type { Db, Tables } from "@parley/db";
import type { ConversationId, UserId } from "@parley/schema";
import { type ExpressionBuilder, sql } from "kysely";
import type { SignedIn } from "../context.ts";

export type Reader = { userId: UserId; conversationId: ConversationId; now: Date };

export const readerOf = (ctx: SignedIn, { conversationId }: { conversationId: ConversationId }): Reader => ({
  userId: ctx.userId,
  conversationId,
  now: ctx.now(),
});

/** What this user may read of the conversation, and nothing that has expired; none of it for who is not a member. */
export function readableMessages(db: Db, { userId, conversationId, now }: Reader) {
  return db
    .selectFrom("messages")
    .innerJoin("members", (join) =>
      join.on("members.user_id", "=", userId).onRef("members.conversation_id", "=", "messages.conversation_id"),
    )
    .selectAll("messages")
    .where("messages.conversation_id", "=", conversationId)
    .where("members.left_at", "is", null)
    .where(sql<boolean>`messages.seq <@ members.visible`)
    .where(isAlive(now));
}

/** Every read leaves out what has expired, whether or not the job has erased it yet. */
export function isAlive(now: Date) {
  return ({ or, eb }: ExpressionBuilder<Tables, "messages">) =>
    or([eb("messages.expires_at", "is", null), eb("messages.expires_at", ">", now)]);
}
