import type { inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { endRequest } from "./join-requests.ts";
import { findMembership, insertMembers, requireRoom } from "./memberships.ts";
import { tellMembers } from "./tell-members.ts";

export type AnswerRequest = InferOutput<typeof inputs.answerRequest>;

/** Lets somebody in who asked, or does not; either way they are told. */
export function answerRequest(
  ctx: SignedIn,
  { conversationId, userId, isAccepted }: AnswerRequest,
): Promise<{ rev: number }> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "answerRequests");
    const { title, rev } = tx.conversation;
    const declined = { title, state: "declined", at: ctx.now().toISOString() } as const;
    const asked = await endRequest(tx, userId, isAccepted ? null : declined);
    if (!isAccepted) return { rev: asked ? tx.rev : rev };

    const member = await findMembership(tx, userId);
    if (member && !member.leftAt) return { rev: asked ? tx.rev : rev };
    if (!asked) throw notFound();
    await requireRoom(tx, 1);
    await tellMembers(tx, await insertMembers(tx, [userId]));
    await tx.happened({ type: "added", userIds: [userId] });
    return { rev: tx.rev };
  });
}
