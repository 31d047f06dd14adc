import type { Db } from "@parley/db";
import { AppError, type inputs, type UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { Context } from "../context.ts";
import { keepChallenge, takeChallenge } from "./challenges.ts";
import { askForSignature, checkSignature, failed } from "./check-passkey.ts";
import { inUser } from "./in-user.ts";
import { startSession } from "./start-session.ts";

/** Asks for a signature of any passkey for this site: the person types no name. */
export async function startSignIn(ctx: Context) {
  const options = await askForSignature(ctx);
  return { challengeId: await keepChallenge(ctx, { purpose: "sign_in", challenge: options.challenge }), options };
}

export async function finishSignIn(ctx: Context, input: InferOutput<typeof inputs.finishSignIn>) {
  const { challenge } = await takeChallenge(ctx, input.challengeId, "sign_in");
  const passkey = await ctx.db
    .selectFrom("passkeys")
    .select(["id", "user_id", "public_key"])
    .where("id", "=", input.credential.id)
    .executeTakeFirst();
  if (!passkey) throw new AppError("not_found", "passkey_unknown", "This passkey does not belong to an account here.");
  const used = await checkSignature(ctx, input.credential, challenge, passkey);

  const isOriginal = await countUse(ctx, passkey.id, used);
  if (!isOriginal) {
    ctx.log.warn(
      { requestId: ctx.requestId, userId: passkey.user_id },
      "a passkey's counter went back: it may have been copied",
    );
    throw failed();
  }
  return signIn(ctx, passkey.user_id);
}

/** Opens a session for a user who has proven to be one, whichever way in they took. */
export function signIn(ctx: Context, userId: UserId, alongside: (db: Db) => Promise<void> = async () => {}) {
  return inUser(ctx, userId, async (tx) => {
    const user = await tx.db
      .selectFrom("users")
      .select("suspended_at")
      .where("id", "=", userId)
      .executeTakeFirstOrThrow();
    if (user.suspended_at) throw new AppError("not_allowed", "suspended", "This account is suspended.");
    await alongside(tx.db);
    await startSession(ctx, tx.db, userId);
    tx.accountChanged();
    return { userId };
  });
}

/**
 * Stores the counter, if it grew. A copy of an authenticator counts on its own, so one of the two falls behind.
 * Those that do not count always say zero.
 */
async function countUse(ctx: Context, id: string, used: { counter: number; isBackedUp: boolean }): Promise<boolean> {
  const stored = await ctx.db
    .updateTable("passkeys")
    .set({ counter: used.counter, is_backed_up: used.isBackedUp, last_used_at: ctx.now() })
    .where("id", "=", id)
    .where((row) =>
      row.or([
        row("counter", "<", String(used.counter)),
        row.and([row("counter", "=", "0"), row.val(used.counter === 0)]),
      ]),
    )
    .returning("id")
    .executeTakeFirst();
  return stored !== undefined;
}
