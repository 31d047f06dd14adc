import type { inputs } from "@parley/schema";
import { newId, type UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { Context } from "../context.ts";
import { keepChallenge, takeChallenge } from "./challenges.ts";
import { askForPasskey, checkNewPasskey } from "./check-passkey.ts";
import { insertPasskey } from "./insert-passkey.ts";
import { insertUser } from "./insert-user.ts";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes.ts";
import { startSession } from "./start-session.ts";
import { requireUsername } from "./usernames.ts";

/** Asks the newcomer's device for a passkey. Nothing is kept of them until it answers. */
export async function startSignUp(ctx: Context, { username, displayName }: InferOutput<typeof inputs.startSignUp>) {
  await requireUsername(ctx.db, username, null);
  const userId = newId<UserId>(ctx.now().getTime());
  const options = await askForPasskey(ctx, { id: userId, name: username, displayName }, []);
  const challengeId = await keepChallenge(ctx, {
    purpose: "sign_up",
    challenge: options.challenge,
    details: { userId, username, displayName },
  });
  return { challengeId, options };
}

/** Makes the account and signs it in. The recovery codes are told here and never again. */
export async function finishSignUp(ctx: Context, input: InferOutput<typeof inputs.finishSignUp>) {
  const { challenge, details } = await takeChallenge(ctx, input.challengeId, "sign_up");
  const passkey = await checkNewPasskey(ctx, input.credential, challenge);
  const userId = details.userId as UserId;
  const recoveryCodes = makeRecoveryCodes();
  const hashes = await Promise.all(recoveryCodes.map(hashRecoveryCode));

  await ctx.db.transaction().execute(async (db) => {
    await insertUser(db, {
      id: userId,
      username: details.username ?? "",
      displayName: details.displayName ?? "",
      createdAt: ctx.now(),
    });
    await insertPasskey(ctx, db, userId, passkey, input.deviceName);
    await db
      .insertInto("recovery_codes")
      .values(hashes.map((code_hash) => ({ user_id: userId, code_hash })))
      .execute();
    await startSession(ctx, db, userId);
  });
  return { userId, recoveryCodes };
}
