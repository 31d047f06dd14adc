import type { inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { listDemoUsers } from "../installation/queries.ts";
import { signIn } from "./sign-in.ts";

/** Lets anyone be one of the demo's cast. Outside the demo there is nothing here. */
export async function signInAsDemoUser(ctx: Context, { userId }: InferOutput<typeof inputs.signInAsDemoUser>) {
  if (!ctx.config.isDemo) throw notFound();
  const cast = await listDemoUsers(ctx.db);
  if (!cast.some((it) => it.userId === userId)) throw notFound();
  return signIn(ctx, userId);
}
