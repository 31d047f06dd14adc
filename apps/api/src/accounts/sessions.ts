import type { Db } from "@parley/db";
import {
  closeCodes,
  conversationScope,
  type inputs,
  type Publication,
  type SessionId,
  type UserId,
  userScope,
} from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { signedOutCookie } from "../http/session-cookie.ts";
import { inUser, type UserTx } from "./in-user.ts";

export async function signOut(ctx: SignedIn) {
  await inUser(ctx, ctx.userId, async (tx) => endSessions(tx, [ctx.sessionId], ctx.now()));
  ctx.setCookie(signedOutCookie(ctx.origin));
  return {};
}

export function revokeSession(ctx: SignedIn, { sessionId }: InferOutput<typeof inputs.revokeSession>) {
  return inUser(ctx, ctx.userId, async (tx) => {
    const ended = await endSessions(tx, [sessionId], ctx.now());
    if (ended === 0) throw notFound();
    return {};
  });
}

export function revokeOtherSessions(ctx: SignedIn) {
  return inUser(ctx, ctx.userId, async (tx) => {
    const others = await tx.db
      .selectFrom("sessions")
      .select("id")
      .where("user_id", "=", ctx.userId)
      .where("id", "!=", ctx.sessionId)
      .where("revoked_at", "is", null)
      .execute();
    await endSessions(
      tx,
      others.map((it) => it.id),
      ctx.now(),
    );
    return {};
  });
}

/** Ends sessions of the user and closes their sockets, wherever they are open. */
async function endSessions(tx: UserTx, ids: SessionId[], now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const ended = await tx.db
    .updateTable("sessions")
    .set({ revoked_at: now })
    .where("user_id", "=", tx.userId)
    .where("id", "in", ids)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  if (ended.length === 0) return 0;
  tx.accountChanged();
  for (const { id } of ended) tx.publish(...(await closingsOf(tx.db, tx.userId, id)));
  return ended.length;
}

/** What closes the sockets of a session (of all sessions, without one): in the user's room and in every conversation that may be open. */
export async function closingsOf(db: Db, userId: UserId, sessionId?: SessionId): Promise<Publication[]> {
  const conversations = await db
    .selectFrom("members")
    .select("conversation_id")
    .where("user_id", "=", userId)
    .where("left_at", "is", null)
    .execute();
  const scopes = [userScope(userId), ...conversations.map((it) => conversationScope(it.conversation_id))];
  return scopes.map((scope) => ({ scope, close: { userId, sessionId, code: closeCodes.signedOut } }));
}
