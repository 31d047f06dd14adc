import type { ConversationId, MemberRole, UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { outranks, requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { changeRole, findMembership } from "./memberships.ts";

/** Gives a member below one's own role another role below one's own. */
export function setMemberRole(
  ctx: SignedIn,
  input: { conversationId: ConversationId; userId: UserId; role: MemberRole },
): Promise<{ rev: number }> {
  return inConversation(ctx, input.conversationId, async (tx) => {
    requireMay(tx, "setRoles");
    const member = await findMembership(tx, input.userId);
    if (!member || member.leftAt) throw notFound();
    if (!outranks(tx.me.role, member.role) || !outranks(tx.me.role, input.role)) throw notAllowed();
    if (member.role === input.role) return { rev: tx.conversation.rev };

    tx.changed({ members: [await changeRole(tx, input.userId, input.role)] });
    await tx.happened({ type: "role", userId: input.userId, role: input.role });
    return { rev: tx.rev };
  });
}
