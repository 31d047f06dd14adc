import { AppError, type inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { codeWrong, issueEmailCode, redeemEmailCode } from "./email-codes.ts";
import { verifyMail } from "./email-texts.ts";
import { inUser } from "./in-user.ts";
import { isTaken } from "./is-taken.ts";

/** Mails a code to the address. It is kept only once the code comes back, so one that is another's is refused only to who can read its mail. */
export async function setEmail(ctx: SignedIn, { email }: InferOutput<typeof inputs.setEmail>) {
  await ctx.limiter.take("signIn", `email:${email}`);
  await ctx.db
    .deleteFrom("email_codes")
    .where("user_id", "=", ctx.userId)
    .where("purpose", "=", "verify")
    .where("email", "!=", email)
    .execute();
  const code = await issueEmailCode(ctx, ctx.db, { email, purpose: "verify", userId: ctx.userId });
  if (code) ctx.later(ctx.mail.send(verifyMail({ ...ctx, email, code })));
  return {};
}

export async function verifyEmail(ctx: SignedIn, { code }: InferOutput<typeof inputs.verifyEmail>) {
  const asked = await ctx.db
    .selectFrom("email_codes")
    .select(["email", "expires_at"])
    .where("user_id", "=", ctx.userId)
    .where("purpose", "=", "verify")
    .executeTakeFirst();
  if (!asked || asked.expires_at <= ctx.now())
    throw new AppError("gone", "code_expired", "This code is too old. Ask for a new one.");
  if (!(await redeemEmailCode(ctx, { email: asked.email, purpose: "verify", userId: ctx.userId }, code)))
    throw codeWrong();

  const kept = inUser(ctx, ctx.userId, async (tx) => {
    await tx.db.updateTable("users").set({ email: asked.email }).where("id", "=", ctx.userId).execute();
    await tx.db.deleteFrom("email_codes").where("user_id", "=", ctx.userId).where("purpose", "=", "sign_in").execute();
    tx.accountChanged();
    return {};
  });
  return kept.catch((error) => {
    throw isTaken(error, "users_email_key") ? emailTaken() : error;
  });
}

/** Takes the address away, unless it is the only way in. */
export function removeEmail(ctx: SignedIn) {
  return inUser(ctx, ctx.userId, async (tx) => {
    const passkey = await tx.db
      .selectFrom("passkeys")
      .select("id")
      .where("user_id", "=", ctx.userId)
      .limit(1)
      .executeTakeFirst();
    if (!passkey)
      throw new AppError("conflict", "last_way_in", "Add a passkey first: this address is your only way in.");
    await tx.db.updateTable("users").set({ email: null }).where("id", "=", ctx.userId).execute();
    await tx.db.deleteFrom("email_codes").where("user_id", "=", ctx.userId).execute();
    tx.accountChanged();
    return {};
  });
}

const emailTaken = () => new AppError("conflict", "email_taken", "Another account already uses this address.");
