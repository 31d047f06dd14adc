import { AppError, type RateLimitName } from "@parley/schema";
import type { Context, SignedIn } from "../context.ts";
import { sessionCookie } from "../http/session-cookie.ts";

/** The request as its user's, or a refusal. Counts against `limit`; with null it is free, for what costs next to nothing. */
export async function requireSession(ctx: Context, limit: RateLimitName | null): Promise<SignedIn> {
  const session = ctx.sessionToken ? await ctx.sessions.find(ctx.sessionToken) : null;
  if (!session) {
    // Guessing tokens costs the address its requests.
    await ctx.limiter.take("others", ctx.address);
    throw new AppError("not_signed_in", "signed_out", "Sign in first.");
  }
  if (session.isRevoked) throw new AppError("not_signed_in", "session_revoked", "You were signed out here.");
  if (session.isSuspended) throw new AppError("not_allowed", "suspended", "This account is suspended.");
  if (limit) await ctx.limiter.take(limit, session.userId);
  if (session.isRenewed && ctx.sessionToken) ctx.setCookie(sessionCookie(ctx.sessionToken, ctx.origin));
  const { userId, sessionId, role } = session;
  return Object.assign(ctx, { userId, sessionId, role });
}
