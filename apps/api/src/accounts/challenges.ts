import { randomUUID } from "node:crypto";
import type { ChallengesTable } from "@parley/db";
import { AppError, type UserId } from "@parley/schema";
import type { App } from "../context.ts";

const lifetimeMs = 5 * 60_000;

type Purpose = ChallengesTable["purpose"];

/** Remembers what an authenticator is asked to sign, until it is taken or five minutes have passed. */
export async function keepChallenge(
  ctx: Pick<App, "db" | "now">,
  it: { purpose: Purpose; challenge: string; userId?: UserId; details?: Record<string, string> },
): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(ctx.now().getTime() + lifetimeMs);
  await ctx.db.deleteFrom("challenges").where("expires_at", "<", ctx.now()).execute();
  await ctx.db
    .insertInto("challenges")
    .values({
      id,
      purpose: it.purpose,
      challenge: it.challenge,
      user_id: it.userId ?? null,
      details: JSON.stringify(it.details ?? {}),
      expires_at: expiresAt,
    })
    .execute();
  return id;
}

/** Takes a challenge: it answers once, whether or not what follows succeeds. */
export async function takeChallenge(
  ctx: Pick<App, "db" | "now">,
  id: string,
  purpose: Purpose,
  userId: UserId | null = null,
) {
  const taken = await ctx.db
    .deleteFrom("challenges")
    .where("id", "=", id)
    .where("purpose", "=", purpose)
    .where("user_id", userId === null ? "is" : "=", userId)
    .returning(["challenge", "details", "expires_at"])
    .executeTakeFirst();
  if (!taken || taken.expires_at <= ctx.now()) {
    throw new AppError("gone", "challenge_expired", "That took too long. Start again.");
  }
  return taken;
}
