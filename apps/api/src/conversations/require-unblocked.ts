import type { UserId } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { notAllowed } from "../errors.ts";
import type { ConversationTx } from "./in-conversation.ts";

/**
 * In a direct conversation, nothing is said to whom one blocks. Who is blocked goes on as ever and is not heard: the
 * change is hidden from the other, who is answered here.
 */
export async function requireUnblocked(ctx: SignedIn, tx: ConversationTx): Promise<UserId | null> {
  const { db, conversation } = tx;
  if (conversation.kind !== "direct") return null;
  const other = await db
    .selectFrom("members")
    .select("user_id")
    .select(sql<boolean>`blocks(${ctx.userId}, user_id)`.as("isBlocked"))
    .select(sql<boolean>`blocks(user_id, ${ctx.userId})`.as("isDeaf"))
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "!=", ctx.userId)
    .executeTakeFirst();
  if (other?.isBlocked) throw notAllowed("You cannot send messages here.");
  if (!other?.isDeaf) return null;
  tx.hideFrom(other.user_id);
  return other.user_id;
}
