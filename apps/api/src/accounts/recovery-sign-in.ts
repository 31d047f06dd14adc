import { AppError, foldUsername, type inputs, usernameKey } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { Context, SignedIn } from "../context.ts";
import { inUser } from "./in-user.ts";
import { hashRecoveryCode, makeRecoveryCodes, matchesRecoveryCode, selectorOf } from "./recovery-codes.ts";
import { signIn } from "./sign-in.ts";

/** Signs in with one of the ten codes and uses it up. A wrong name and a wrong code are the same to the caller. */
export async function signInWithRecoveryCode(
  ctx: Context,
  { username, code }: InferOutput<typeof inputs.signInWithRecoveryCode>,
) {
  await ctx.limiter.take("signIn", `name:${usernameKey(username)}`);
  const stored = await findCode(ctx, username, code);
  if (!(await matchesRecoveryCode(code, stored?.code_hash)) || !stored) throw codeWrong();

  return signIn(ctx, stored.user_id, async (db) => {
    const used = await db
      .updateTable("recovery_codes")
      .set({ used_at: ctx.now() })
      .where("id", "=", stored.id)
      .where("used_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!used) throw codeWrong();
  });
}

/** Ten new codes; those before them open nothing any more. */
export async function renewRecoveryCodes(ctx: SignedIn) {
  const recoveryCodes = makeRecoveryCodes();
  const hashes = await Promise.all(recoveryCodes.map(hashRecoveryCode));
  return inUser(ctx, ctx.userId, async (tx) => {
    await tx.db.deleteFrom("recovery_codes").where("user_id", "=", ctx.userId).execute();
    await tx.db
      .insertInto("recovery_codes")
      .values(hashes.map((code_hash) => ({ user_id: ctx.userId, code_hash })))
      .execute();
    tx.accountChanged();
    return { recoveryCodes };
  });
}

function findCode({ db }: Context, username: string, code: string) {
  return db
    .selectFrom("recovery_codes")
    .innerJoin("users", "users.id", "recovery_codes.user_id")
    .select(["recovery_codes.id", "recovery_codes.user_id", "recovery_codes.code_hash"])
    .where("users.username_key", "=", usernameKey(username))
    .where("users.username", "=", foldUsername(username))
    .where("recovery_codes.used_at", "is", null)
    .where("recovery_codes.code_hash", "like", `${selectorOf(code)}%`)
    .executeTakeFirst();
}

const codeWrong = () =>
  new AppError("not_allowed", "code_wrong", "This name and code do not belong together, or the code was used.");
