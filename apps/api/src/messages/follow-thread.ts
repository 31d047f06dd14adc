import type { MessageRow, ThreadMark, UserId } from "@parley/schema";
import { sql } from "kysely";
import { inUser } from "../accounts/in-user.ts";
import type { App } from "../context.ts";

export type Reply = { seq: number; senderId: UserId; newFollowers: UserId[] };

/**
 * Whoever writes in a thread follows it, and whoever is answered: once each, in their own scope and after the reply has
 * been kept. What they chose themselves stands. Should this be lost, the next reply does it.
 */
export async function followThread(
  ctx: Pick<App, "db" | "publish" | "log">,
  root: MessageRow,
  { seq, senderId, newFollowers }: Reply,
): Promise<void> {
  const hidden = await hiddenReplies(ctx, root, newFollowers);
  for (const userId of newFollowers) {
    const hasRead = userId === senderId;
    const sentCount = (root.thread?.sentCount ?? 1) - (hidden.get(userId) ?? 0);
    const value: ThreadMark = {
      conversationId: root.conversationId,
      follows: true,
      readSeq: hasRead ? seq : root.seq,
      readCount: hasRead ? sentCount : sentCount - 1,
    };
    await insertMark(ctx, userId, root.id, value).catch((error: unknown) => ctx.log.warn({ error }, "not followed"));
  }
}

/** How many replies each of these will never see: they are none to be counted as read or unread. */
async function hiddenReplies({ db }: Pick<App, "db">, root: MessageRow, userIds: UserId[]) {
  const rows = await db
    .selectFrom("members")
    .innerJoin("messages", "messages.conversation_id", "members.conversation_id")
    .select(({ fn }) => ["members.user_id", fn.countAll<string>().as("count")])
    .where("members.conversation_id", "=", root.conversationId)
    .where("members.user_id", "in", userIds)
    .where(sql<boolean>`members.visible <> '{[1,)}'`)
    .where("messages.thread_id", "=", root.id)
    .where(sql<boolean>`not messages.seq <@ members.visible`)
    .groupBy("members.user_id")
    .execute();
  return new Map(rows.map(({ user_id, count }) => [user_id, Number(count)]));
}

function insertMark(ctx: Pick<App, "db" | "publish">, userId: UserId, key: string, value: ThreadMark) {
  return inUser(ctx, userId, async (tx) => {
    const inserted = await tx.db
      .insertInto("user_rows")
      .values({ user_id: userId, kind: "thread", key, value: JSON.stringify(value), rev: tx.rev })
      .onConflict((it) => it.columns(["user_id", "kind", "key"]).doNothing())
      .returning("rev")
      .executeTakeFirst();
    if (inserted) tx.changed({ own: [{ kind: "thread", key, value, rev: tx.rev }] });
  });
}
