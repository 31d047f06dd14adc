import { type ConversationId, type InviteId, type inputs, settingOf } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { asOutsider } from "./as-outsider.ts";
import { requireNotBanned } from "./bans.ts";
import { comeIn } from "./come-in.ts";
import type { ConversationTx } from "./in-conversation.ts";
import { inviteEnded, isLiveInvite } from "./invites.ts";
import { askToJoin } from "./join-requests.ts";
import { findMembership } from "./memberships.ts";
import { tellOwnHead } from "./tell-own-head.ts";

export type JoinByInvite = InferOutput<typeof inputs.joinByInvite>;

/** Joins the conversation that a link leads to, or asks to. Who is in it already just learns where. */
export async function joinByInvite(
  ctx: SignedIn,
  { code, note }: JoinByInvite,
): Promise<{ conversationId: ConversationId; state: "joined" | "requested" }> {
  const invite = await ctx.db
    .selectFrom("invites")
    .select(["id", "conversation_id as conversationId"])
    .where("code", "=", code)
    .executeTakeFirst();
  if (!invite) throw notFound();

  const state = await asOutsider(ctx, invite.conversationId, async (tx) => {
    const earlier = await findMembership(tx, ctx.userId);
    if (earlier && !earlier.leftAt) return "joined";
    await requireNotBanned(tx, ctx.userId);
    // Looked at under the lock, so that a last use is used once. Asking again is no new use.
    const hasAsked = await isAsking(ctx, tx);
    if (!hasAsked) await useInvite(ctx, tx, invite.id);
    if (settingOf(tx.conversation, "joinBy") === "request") {
      await askToJoin(ctx, tx, note);
      return "requested";
    }
    await comeIn(ctx, tx);
    return "joined";
  });
  if (state === "joined") await tellOwnHead(ctx, invite.conversationId);
  return { conversationId: invite.conversationId, state };
}

async function isAsking(ctx: SignedIn, { db, conversation }: ConversationTx): Promise<boolean> {
  const request = await db
    .selectFrom("join_requests")
    .select("user_id")
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "=", ctx.userId)
    .executeTakeFirst();
  return request !== undefined;
}

async function useInvite(ctx: SignedIn, { db }: ConversationTx, id: InviteId) {
  const used = await db
    .updateTable("invites")
    .set(({ eb }) => ({ use_count: eb("use_count", "+", 1) }))
    .where("id", "=", id)
    .where(isLiveInvite(ctx.now()))
    .returning("id")
    .executeTakeFirst();
  if (!used) throw inviteEnded();
}
