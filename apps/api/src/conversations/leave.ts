import { AppError, type ConversationId, closeCodes, conversationScope } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { endMembership } from "./memberships.ts";
import { tellMembers } from "./tell-members.ts";

/**
 * Leaves a group. Its owner hands it over first, unless nobody else is left. Leaving twice is leaving once.
 * Quietly: the list of people says so, and no line in the timeline.
 */
export async function leave(
  ctx: SignedIn,
  { conversationId, isQuiet = false }: { conversationId: ConversationId; isQuiet?: boolean },
): Promise<{ rev: number }> {
  const earlier = await ctx.db
    .selectFrom("members")
    .select("rev")
    .where("conversation_id", "=", conversationId)
    .where("user_id", "=", ctx.userId)
    .where("left_at", "is not", null)
    .executeTakeFirst();
  if (earlier) return { rev: earlier.rev };

  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "leave");
    if (tx.me.role === "owner") {
      const other = await tx.db
        .selectFrom("members")
        .select("user_id")
        .where("conversation_id", "=", conversationId)
        .where("user_id", "!=", ctx.userId)
        .where("left_at", "is", null)
        .executeTakeFirst();
      if (other)
        throw new AppError("conflict", "owner_must_hand_over", "Hand the group over to someone before you leave.");
    }
    if (!isQuiet) await tx.happened({ type: "left" });
    await tellMembers(tx, [await endMembership(tx, ctx.userId)], tx.me.role !== "member");
    tx.publish({ scope: conversationScope(conversationId), close: { userId: ctx.userId, code: closeCodes.removed } });
    tx.alsoTell(ctx.userId);
    return { rev: tx.rev };
  });
}
