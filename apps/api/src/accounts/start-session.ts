import { randomBytes } from "node:crypto";
import { newId, type SessionId, type UserId } from "@parley/schema";
import type { Context } from "../context.ts";
import { sessionCookie } from "../http/session-cookie.ts";
import { hashToken, sessionEnd } from "./find-session.ts";

/** Signs the user in on this device: a row with the token's hash, and the token in a cookie. */
export async function startSession(ctx: Context, userId: UserId, from: { device: string; place: string }): Promise<{ sessionId: SessionId }> {
  const token = randomBytes(32).toString("base64url");
  const sessionId = newId<SessionId>();
  await ctx.db
    .insertInto("sessions")
    .values({ id: sessionId, user_id: userId, token_hash: hashToken(token), ...from, expires_at: sessionEnd(ctx.now()) })
    .execute();
  ctx.setCookie(sessionCookie(token, ctx.origin));
  return { sessionId };
}
