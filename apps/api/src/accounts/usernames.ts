import type { Db } from "@parley/db";
import {
  AppError,
  type ErrorReason,
  foldUsername,
  type inputs,
  type UserId,
  usernameKey,
  usernameProblem,
} from "@parley/schema";
import type { InferOutput } from "valibot";
import type { Context } from "../context.ts";

const sentences = {
  username_invalid: "Use 3 to 32 letters, digits, dots, hyphens or underscores, all of one script.",
  username_taken: "This username is taken.",
  username_confusable: "This username looks too much like someone else's.",
} satisfies Partial<Record<ErrorReason, string>>;

export type UsernameReason = keyof typeof sentences;

/** Why this user (or a new one) cannot have the name, or null. */
export async function whyNotUsername(db: Db, username: string, userId: UserId | null): Promise<UsernameReason | null> {
  const problem = usernameProblem(username);
  if (problem) return problem;
  const holder = await db
    .selectFrom("users")
    .select(["id", "username"])
    .where("username_key", "=", usernameKey(username))
    .executeTakeFirst();
  if (!holder || holder.id === userId) return null;
  return holder.username === foldUsername(username) ? "username_taken" : "username_confusable";
}

export async function requireUsername(db: Db, username: string, userId: UserId | null) {
  const reason = await whyNotUsername(db, username, userId);
  if (reason) throw usernameError(reason);
}

export function usernameError(reason: UsernameReason) {
  return new AppError(reason === "username_invalid" ? "bad_input" : "conflict", reason, sentences[reason]);
}

export async function checkUsername(ctx: Pick<Context, "db">, { username }: InferOutput<typeof inputs.checkUsername>) {
  const reason = await whyNotUsername(ctx.db, username, null);
  return reason ? { isFree: false, reason } : { isFree: true };
}
