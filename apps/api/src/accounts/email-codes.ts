import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Db, EmailCodesTable } from "@parley/db";
import { AppError, type UserId } from "@parley/schema";
import { sql } from "kysely";
import type { App } from "../context.ts";

const lifetimeMs = 10 * 60_000;
const maxAttempts = 5;
const saltLength = 16;

type Purpose = EmailCodesTable["purpose"];
type CodeFor = { email: string; purpose: Purpose; userId: UserId };

/**
 * A new code for this address, in place of an earlier one; null when the guesses of the earlier one are used up.
 * Asking again gives no more guesses: five in ten minutes, whatever is asked.
 */
export async function issueEmailCode(
  ctx: Pick<App, "now">,
  db: Db,
  { email, purpose, userId }: CodeFor,
): Promise<string | null> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const fresh = {
    code_hash: hashCode(code, randomBytes(saltLength)),
    expires_at: new Date(ctx.now().getTime() + lifetimeMs),
  };
  const issued = await db
    .insertInto("email_codes")
    .values({ email, purpose, user_id: userId, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(["email", "purpose", "user_id"])
        .doUpdateSet({
          ...fresh,
          attempts: sql`case when email_codes.expires_at > ${ctx.now()} then email_codes.attempts else 0 end`,
        })
        .where(({ or, eb }) =>
          or([eb("email_codes.attempts", "<", maxAttempts), eb("email_codes.expires_at", "<=", ctx.now())]),
        ),
    )
    .returning("email")
    .executeTakeFirst();
  return issued ? code : null;
}

/** Whether the code is right, at the price of one of its five guesses. A right one is used up. */
export async function redeemEmailCode(
  ctx: Pick<App, "db" | "now">,
  { email, purpose, userId }: CodeFor,
  code: string,
): Promise<boolean> {
  const guessed = await ctx.db
    .updateTable("email_codes")
    .set((row) => ({ attempts: row("attempts", "+", 1) }))
    .where("email", "=", email)
    .where("purpose", "=", purpose)
    .where("user_id", "=", userId)
    .where("attempts", "<", maxAttempts)
    .where("expires_at", ">", ctx.now())
    .returning("code_hash")
    .executeTakeFirst();
  if (!guessed || !matches(code, Buffer.from(guessed.code_hash))) return false;

  // Two devices may hold the same right code: one of them takes it.
  const taken = await ctx.db
    .deleteFrom("email_codes")
    .where("email", "=", email)
    .where("purpose", "=", purpose)
    .where("user_id", "=", userId)
    .where("code_hash", "=", guessed.code_hash)
    .returning("email")
    .executeTakeFirst();
  return taken !== undefined;
}

export const codeWrong = () =>
  new AppError("not_allowed", "code_wrong", "This code is wrong, used or too old. Ask for a new one.");

function hashCode(code: string, salt: Buffer): Buffer {
  return Buffer.concat([salt, createHash("sha256").update(salt).update(code).digest()]);
}

function matches(code: string, stored: Buffer): boolean {
  return timingSafeEqual(hashCode(code, stored.subarray(0, saltLength)), stored);
}
