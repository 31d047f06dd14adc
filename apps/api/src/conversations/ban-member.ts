import type { inputs, UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { outranks, requireMay } from "./authority.ts";
import { type ConversationTx, inConversation } from "./in-conversation.ts";
import { endRequest } from "./join-requests.ts";
import { findMembership } from "./memberships.ts";
import { putOut } from "./put-out.ts";

export type BanMember = InferOutput<typeof inputs.banMember>;

/** Puts someone out for good, whether they are in, have left or ask to come in. Again only gives the newer reason. */
export function banMember(ctx: SignedIn, { conversationId, userId, reason }: BanMember): Promise<{ rev: number }> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "ban");
    const member = await findMembership(tx, userId);
    const isPresent = member !== null && member.leftAt === null;
    if (isPresent && !outranks(tx.me.role, member.role)) throw notAllowed();
    if (!member) await requireAsking(tx, userId);

    const changed = { reason, banned_by: ctx.userId };
    await tx.db
      .insertInto("bans")
      .values({ conversation_id: conversationId, user_id: userId, ...changed })
      .onConflict((it) => it.columns(["conversation_id", "user_id"]).doUpdateSet(changed))
      .execute();
    const declined = { title: tx.conversation.title, state: "declined", at: ctx.now().toISOString() } as const;
    const hadAsked = await endRequest(tx, userId, declined);
    if (isPresent) await putOut(tx, member, "banned");
    return { rev: isPresent || hadAsked ? tx.rev : tx.conversation.rev };
  });
}

/** Of others nothing is known here, and so they cannot be banned. */
async function requireAsking({ db, conversation }: ConversationTx, userId: UserId) {
  const known = await db
    .selectFrom("join_requests")
    .select("user_id")
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "=", userId)
    .union(
      db
        .selectFrom("bans")
        .select("user_id")
        .where("conversation_id", "=", conversation.id)
        .where("user_id", "=", userId),
    )
    .executeTakeFirst();
  if (!known) throw notFound();
}
