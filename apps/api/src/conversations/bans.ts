import { AppError, type Ban, type ConversationId, type UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { personColumns, toPerson } from "../people/person.ts";
import { requireMay } from "./authority.ts";
import { type ConversationTx, inConversation } from "./in-conversation.ts";

/** Who is banned comes back by no way: not by link, not by asking, not by being added. */
export async function requireNotBanned(tx: Pick<ConversationTx, "db" | "conversation">, userId: UserId): Promise<void> {
  if ((await listBanned(tx, [userId])).length > 0) throw banned();
}

/** Which of these are banned here. */
export async function listBanned(
  { db, conversation }: Pick<ConversationTx, "db" | "conversation">,
  userIds: UserId[],
): Promise<UserId[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom("bans")
    .select("user_id")
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "in", userIds)
    .execute();
  return rows.map((row) => row.user_id);
}

/** Everyone who is banned here and why, for those who keep order. */
export function listBans(ctx: SignedIn, { conversationId }: { conversationId: ConversationId }): Promise<Ban[]> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "ban");
    const rows = await tx.db
      .selectFrom("bans")
      .innerJoin("users", "users.id", "bans.user_id")
      .select(personColumns(ctx.userId))
      .select(["bans.reason", "bans.banned_by", "bans.created_at"])
      .where("bans.conversation_id", "=", conversationId)
      .orderBy("bans.created_at", "desc")
      .orderBy("users.id")
      .execute();
    return rows.map((row) => ({
      person: toPerson(row),
      reason: row.reason,
      bannedBy: row.banned_by,
      createdAt: row.created_at.toISOString(),
    }));
  });
}

/** Lets somebody come back, by whichever way others come. */
export function unban(
  ctx: SignedIn,
  { conversationId, userId }: { conversationId: ConversationId; userId: UserId },
): Promise<Record<string, never>> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "ban");
    await tx.db
      .deleteFrom("bans")
      .where("conversation_id", "=", conversationId)
      .where("user_id", "=", userId)
      .execute();
    return {};
  });
}

export const banned = () => new AppError("not_allowed", "banned", "They may not come back to this chat.");
