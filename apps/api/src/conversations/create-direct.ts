import type { Db } from "@parley/db";
import { AppError, type ConversationId, directConversationId, type UserId } from "@parley/schema";
import { sql } from "kysely";
import { inUser } from "../accounts/in-user.ts";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { awaitAnswer } from "../people/requests.ts";

/**
 * Creates the one conversation of two users (of one: the saved messages), unless it is there already. To somebody who
 * does not know the sender it comes as a request.
 */
export async function createDirect(ctx: Pick<SignedIn, "db" | "userId" | "publish">, id: ConversationId, to: UserId) {
  if (id !== (await directConversationId(ctx.userId, to))) throw notFound();
  const isKnown = await requireWritable(ctx.db, ctx.userId, to);
  // Before the conversation, so that no message of it is ever shown as one that was asked for.
  if (!isKnown && !(await isThere(ctx.db, id))) await inUser(ctx, to, (tx) => awaitAnswer(tx, ctx.userId));

  await ctx.db.transaction().execute(async (db) => {
    const kind = to === ctx.userId ? "saved" : "direct";
    await db
      .insertInto("conversations")
      .values({ id, kind, rev: 1, created_by: ctx.userId })
      .onConflict((it) => it.doNothing())
      .execute();
    const userIds = [...new Set([ctx.userId, to])].sort();
    await db
      .insertInto("members")
      .values(userIds.map((user_id) => ({ conversation_id: id, user_id, role: "member" as const, rev: 1 })))
      .onConflict((it) => it.doNothing())
      .execute();
  });
}

/** Whoever is there may be written to, unless they want no messages from strangers. Answers whether they know the writer. */
async function requireWritable(db: Db, userId: UserId, to: UserId): Promise<boolean> {
  const other = await db
    .selectFrom("users")
    .select(sql<boolean>`allows(id, ${userId}, 'messages')`.as("mayWrite"))
    .select(({ or, eb, exists, selectFrom }) =>
      or([
        eb("id", "=", userId),
        exists(
          selectFrom("user_rows")
            .select("rev")
            .where("user_id", "=", to)
            .where("kind", "=", "contact")
            .where("key", "=", userId)
            .where("value", "is not", null),
        ),
      ]).as("isKnown"),
    )
    .where("id", "=", to)
    .where("deleted_at", "is", null)
    .where(sql<boolean>`not blocks(${userId}, id)`)
    .executeTakeFirst();
  if (!other) throw notFound();
  // Asked for without the blocks: to who is blocked they are as closed or as open as to anyone.
  if (!other.mayWrite && to !== userId)
    throw new AppError("not_allowed", "takes_no_messages", "They take messages only from people they know.");
  return Boolean(other.isKnown);
}

async function isThere(db: Db, id: ConversationId): Promise<boolean> {
  const row = await db.selectFrom("conversations").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}
