import type { RequestValue, UserId } from "@parley/schema";
import { inUser, type UserTx } from "../accounts/in-user.ts";
import type { SignedIn } from "../context.ts";
import { changedOwn } from "./named-by-own.ts";

/** A stranger wrote: it waits in the user's tray, on all their devices, until they answer. */
export async function awaitAnswer(tx: UserTx, stranger: UserId): Promise<void> {
  const value: RequestValue = { state: "waiting" };
  const row = { kind: "request" as const, key: stranger, value, rev: tx.rev };
  const json = JSON.stringify(value);
  await tx.db
    .insertInto("user_rows")
    .values({ ...row, user_id: tx.userId, value: json })
    .onConflict((it) => it.columns(["user_id", "kind", "key"]).doUpdateSet({ value: json, rev: tx.rev }))
    .execute();
  await changedOwn(tx, [row]);
}

/** Whoever writes to a stranger takes their request with it, also when the two wrote at the same moment. */
export async function acceptRequest(ctx: Pick<SignedIn, "db" | "userId" | "publish">, from: UserId): Promise<void> {
  const waiting = await ctx.db
    .selectFrom("user_rows")
    .select("rev")
    .where("user_id", "=", ctx.userId)
    .where("kind", "=", "request")
    .where("key", "=", from)
    .where("value", "is not", null)
    .executeTakeFirst();
  if (waiting) await inUser(ctx, ctx.userId, (tx) => endRequest(tx, from));
}

/** Takes a request out of the tray, if it is there. */
export async function endRequest(tx: UserTx, from: string): Promise<void> {
  const ended = await tx.db
    .updateTable("user_rows")
    .set({ value: null, rev: tx.rev })
    .where("user_id", "=", tx.userId)
    .where("kind", "=", "request")
    .where("key", "=", from)
    .where("value", "is not", null)
    .returning(["kind", "key", "value", "rev"])
    .execute();
  if (ended.length > 0) tx.changed({ own: ended });
}
