import { conversationScope, directConversationId, type RequestValue, type UserId } from "@parley/schema";
import { sql } from "kysely";
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
  if (ended.length === 0) return;
  tx.changed({ own: ended });
  await tellMarks(tx, from as UserId);
}

/** Who is accepted learns what was kept from them: how far their messages were received and read. */
export async function tellMarks(tx: UserTx, from: UserId): Promise<void> {
  const conversationId = await directConversationId(tx.userId, from);
  const { rows } = await sql<{ readSeq: number; deliveredSeq: number }>`
    update members set row_xid = pg_current_xact_id(), told_delivered_seq = delivered_seq,
      told_read_seq = case when tells_read(user_id, ${from}) then read_seq else told_read_seq end
    where user_id = ${tx.userId} and conversation_id = ${conversationId} and tells_delivered(user_id, ${from})
    returning told_read_seq as "readSeq", told_delivered_seq as "deliveredSeq"`.execute(tx.db);
  for (const row of rows)
    tx.publish({
      scope: conversationScope(conversationId),
      tell: { t: "marks", conversationId, marks: [{ userId: tx.userId, ...row }] },
    });
}
