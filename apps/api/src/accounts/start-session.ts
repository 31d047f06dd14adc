import { randomBytes } from "node:crypto";
import type { Db } from "@parley/db";
import { newId, type SessionId, type UserId } from "@parley/schema";
import type { Context } from "../context.ts";
import { sessionCookie } from "../http/session-cookie.ts";
import { deviceNameOf } from "./device-name.ts";
import { hashToken, sessionEnd } from "./find-session.ts";
import { placeOf } from "./place-of.ts";

/**
 * Signs the user in on this device: a row with the token's hash, and the token in a cookie.
 * Whoever this browser was before is signed out on it.
 */
export async function startSession(ctx: Context, db: Db, userId: UserId): Promise<SessionId> {
  const token = randomBytes(32).toString("base64url");
  const id = newId<SessionId>();
  if (ctx.sessionToken) await db.deleteFrom("sessions").where("token_hash", "=", hashToken(ctx.sessionToken)).execute();
  await db.deleteFrom("sessions").where("user_id", "=", userId).where("expires_at", "<", ctx.now()).execute();
  await db
    .insertInto("sessions")
    .values({
      id,
      user_id: userId,
      token_hash: hashToken(token),
      device: deviceNameOf(ctx.userAgent),
      place: placeOf(ctx.address),
      created_at: ctx.now(),
      last_used_at: ctx.now(),
      expires_at: sessionEnd(ctx.now()),
    })
    .execute();
  ctx.setCookie(sessionCookie(token, ctx.origin));
  return id;
}
