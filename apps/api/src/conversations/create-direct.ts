import { type ConversationId, directConversationId, type UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { listReachable } from "./memberships.ts";

/** Creates the one conversation of two users (of one: the saved messages), unless it is there already. */
export async function createDirect(ctx: Pick<SignedIn, "db" | "userId">, id: ConversationId, to: UserId) {
  if (id !== (await directConversationId(ctx.userId, to))) throw notFound();
  await ctx.db.transaction().execute(async (db) => {
    // Someone who blocks you, and someone who is not there, look the same.
    if ((await listReachable(db, ctx.userId, [to])).length === 0) throw notFound();

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
