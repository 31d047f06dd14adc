import type { Db } from "@parley/db";
import { type ConversationId, directConversationId, type UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";

/** Creates the one conversation of two users (of one: the saved messages), unless it is there already. */
export async function createDirect(ctx: SignedIn, id: ConversationId, to: UserId) {
  if (id !== (await directConversationId(ctx.userId, to))) throw notFound();
  await ctx.db.transaction().execute(async (db) => {
    await requireReachable(db, ctx.userId, to);
    await db.insertInto("conversations").values({ id, kind: to === ctx.userId ? "saved" : "direct", rev: 1, created_by: ctx.userId }).onConflict((it) => it.doNothing()).execute();
    const userIds = [...new Set([ctx.userId, to])].sort();
    await db
      .insertInto("members")
      .values(userIds.map((user_id) => ({ conversation_id: id, user_id, role: "member" as const, rev: 1 })))
      .onConflict((it) => it.doNothing())
      .execute();
  });
}

/** Someone who blocks you, and someone who is not there, look the same. */
async function requireReachable(db: Db, userId: UserId, to: UserId) {
  const person = await db
    .selectFrom("users")
    .select("id")
    .where("id", "=", to)
    .where("deleted_at", "is", null)
    .where(({ not, exists, selectFrom }) => not(exists(
      selectFrom("user_rows").select("rev").where("kind", "=", "block").where("value", "is not", null)
        .where(({ or, and, eb }) => or([and([eb("user_id", "=", to), eb("key", "=", userId)]), and([eb("user_id", "=", userId), eb("key", "=", to)])])),
    )))
    .executeTakeFirst();
  if (!person) throw notFound();
}
