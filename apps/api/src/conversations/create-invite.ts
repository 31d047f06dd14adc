import { randomBytes } from "node:crypto";
import { AppError, type InviteRow, type inputs, limits } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { isLiveInvite, toInviteRow } from "./invites.ts";

export type CreateInvite = InferOutput<typeof inputs.createInvite>;

/** A link by which anyone can join. The same id again is answered as the first time. */
export function createInvite(ctx: SignedIn, input: CreateInvite): Promise<InviteRow> {
  const { conversationId, inviteId, expiresInHours, maxUses } = input;
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "keepInvites");
    const earlier = await tx.db.selectFrom("invites").selectAll().where("id", "=", inviteId).executeTakeFirst();
    if (earlier?.conversation_id === conversationId) return toInviteRow(earlier);
    if (earlier) throw new AppError("conflict", "bad_input", "This invite id is taken.");

    const live = await tx.db
      .selectFrom("invites")
      .select("id")
      .where("conversation_id", "=", conversationId)
      .where(isLiveInvite(ctx.now()))
      .execute();
    if (live.length >= limits.inviteLinks)
      throw new AppError("conflict", "too_many_invites", `A group has at most ${limits.inviteLinks} invite links.`);
    const row = await tx.db
      .insertInto("invites")
      .values({
        id: inviteId,
        conversation_id: conversationId,
        code: randomBytes(16).toString("base64url"),
        created_by: ctx.userId,
        expires_at: expiresInHours === null ? null : new Date(ctx.now().getTime() + expiresInHours * 3_600_000),
        max_uses: maxUses,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toInviteRow(row);
  });
}
