import type { ConversationId, UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { changeRole, findMembership } from "./memberships.ts";

/** Makes another member the owner; who was it stays as an admin. */
export function handOver(
  ctx: SignedIn,
  input: { conversationId: ConversationId; userId: UserId },
): Promise<{ rev: number }> {
  return inConversation(ctx, input.conversationId, async (tx) => {
    const member = await findMembership(tx, input.userId);
    // A repeat, after the answer to the first one was lost.
    if (member?.role === "owner" && tx.me.role === "admin") return { rev: tx.conversation.rev };
    requireMay(tx, "handOver");
    if (!member || member.leftAt) throw notFound();
    if (member.userId === ctx.userId) return { rev: tx.conversation.rev };

    tx.changed({ members: [await changeRole(tx, ctx.userId, "admin"), await changeRole(tx, input.userId, "owner")] });
    await tx.happened({ type: "role", userId: input.userId, role: "owner" });
    return { rev: tx.rev };
  });
}
