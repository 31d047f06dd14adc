import type { ConversationId, UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { outranks, requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { findMembership } from "./memberships.ts";
import { putOut } from "./put-out.ts";

/** Puts someone out of a group; they may come back. */
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

    await putOut(tx, member, "removed");
    return { rev: tx.rev };
  });
}
