import { type ConversationId, closeCodes, conversationScope, type UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { outranks, requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { endMembership, findMembership } from "./memberships.ts";

/** Puts someone out of a group. Their connections close before the room hears of anything later. */
export function removeMember(
  ctx: SignedIn,
  input: { conversationId: ConversationId; userId: UserId },
): Promise<{ rev: number }> {
  return inConversation(ctx, input.conversationId, async (tx) => {
    requireMay(tx, "removeMembers");
    const member = await findMembership(tx, input.userId);
    if (!member) throw notFound();
    if (member.leftAt) return { rev: tx.conversation.rev };
    if (!outranks(tx.me.role, member.role)) throw notAllowed();

    tx.changed({ members: [await endMembership(tx, input.userId)] });
    await tx.happened({ type: "removed", userIds: [input.userId] });
    tx.publish({
      scope: conversationScope(input.conversationId),
      close: { userId: input.userId, code: closeCodes.removed },
    });
    tx.alsoTell(input.userId);
    return { rev: tx.rev };
  });
}
