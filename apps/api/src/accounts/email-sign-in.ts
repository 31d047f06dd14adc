import type { inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { Context } from "../context.ts";
import { codeWrong, issueEmailCode, redeemEmailCode } from "./email-codes.ts";
import { signInMail } from "./email-texts.ts";
import { signIn } from "./sign-in.ts";

/** Mails a code to who has this address. The answer is the same, and as fast, when nobody has. */
export async function startEmailSignIn(ctx: Context, { email }: InferOutput<typeof inputs.startEmailSignIn>) {
  await ctx.limiter.take("signIn", `email:${email}`);
  ctx.later(mailCode(ctx, email));
  return {};
}

export async function finishEmailSignIn(ctx: Context, { email, code }: InferOutput<typeof inputs.finishEmailSignIn>) {
  await ctx.limiter.take("signIn", `email:${email}`);
  const user = await findByEmail(ctx, email);
  if (!user || !(await redeemEmailCode(ctx, { email, purpose: "sign_in", userId: user.id }, code))) throw codeWrong();
  return signIn(ctx, user.id);
}

async function mailCode(ctx: Context, email: string) {
  const user = await findByEmail(ctx, email);
  const code = user && (await issueEmailCode(ctx, ctx.db, { email, purpose: "sign_in", userId: user.id }));
  if (code) await ctx.mail.send(signInMail({ ...ctx, email, code }));
}

function findByEmail({ db }: Context, email: string) {
  return db
    .selectFrom("users")
    .select("id")
    .where("email", "=", email)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
}
