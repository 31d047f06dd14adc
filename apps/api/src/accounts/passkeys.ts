import { AppError, type inputs, limits } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { keepChallenge, takeChallenge } from "./challenges.ts";
import { askForPasskey, checkNewPasskey } from "./check-passkey.ts";
import { inUser } from "./in-user.ts";
import { insertPasskey } from "./insert-passkey.ts";

/** Asks this device for one more passkey. Those that are there already are named, so that it does not offer itself twice. */
export async function startAddPasskey(ctx: SignedIn) {
  const user = await ctx.db
    .selectFrom("users")
    .select(["username", "display_name"])
    .where("id", "=", ctx.userId)
    .executeTakeFirstOrThrow();
  const known = await ctx.db
    .selectFrom("passkeys")
    .select(["id", "transports"])
    .where("user_id", "=", ctx.userId)
    .execute();
  if (known.length >= limits.passkeys) throw tooMany();
  const options = await askForPasskey(
    ctx,
    { id: ctx.userId, name: user.username, displayName: user.display_name },
    known,
  );
  const challengeId = await keepChallenge(ctx, {
    purpose: "add_passkey",
    challenge: options.challenge,
    userId: ctx.userId,
  });
  return { challengeId, options };
}

export async function finishAddPasskey(ctx: SignedIn, input: InferOutput<typeof inputs.finishAddPasskey>) {
  const { challenge } = await takeChallenge(ctx, input.challengeId, "add_passkey", ctx.userId);
  const passkey = await checkNewPasskey(ctx, input.credential, challenge);
  return inUser(ctx, ctx.userId, async (tx) => {
    const known = await tx.db.selectFrom("passkeys").select("id").where("user_id", "=", ctx.userId).execute();
    if (known.length >= limits.passkeys) throw tooMany();
    await insertPasskey(ctx, tx.db, ctx.userId, passkey, input.name);
    tx.accountChanged();
    return {};
  });
}

export function renamePasskey(ctx: SignedIn, { passkeyId, name }: InferOutput<typeof inputs.renamePasskey>) {
  return inUser(ctx, ctx.userId, async (tx) => {
    const renamed = await tx.db
      .updateTable("passkeys")
      .set({ name })
      .where("id", "=", passkeyId)
      .where("user_id", "=", ctx.userId)
      .returning("id")
      .executeTakeFirst();
    if (!renamed) throw notFound();
    tx.accountChanged();
    return {};
  });
}

/** Removes a passkey as long as another one or a verified address stays. Recovery codes run out, so they do not count. */
export function removePasskey(ctx: SignedIn, { passkeyId }: InferOutput<typeof inputs.removePasskey>) {
  return inUser(ctx, ctx.userId, async (tx) => {
    const removed = await tx.db
      .deleteFrom("passkeys")
      .where("id", "=", passkeyId)
      .where("user_id", "=", ctx.userId)
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw notFound();
    const other = await tx.db
      .selectFrom("passkeys")
      .select("id")
      .where("user_id", "=", ctx.userId)
      .limit(1)
      .executeTakeFirst();
    const { email } = await tx.db
      .selectFrom("users")
      .select("email")
      .where("id", "=", ctx.userId)
      .executeTakeFirstOrThrow();
    if (!other && !email)
      throw new AppError(
        "conflict",
        "last_way_in",
        "This is your only way in. Add another passkey or an e-mail address first.",
      );
    tx.accountChanged();
    return {};
  });
}

const tooMany = () =>
  new AppError("conflict", "too_many_passkeys", `You have ${limits.passkeys} passkeys already. Remove one first.`);
