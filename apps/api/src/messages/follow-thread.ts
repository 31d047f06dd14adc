import type { MessageRow, ThreadMark, UserId } from "@parley/schema";
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
  const sentCount = root.thread?.sentCount ?? 1;
  for (const userId of newFollowers) {
    const hasRead = userId === senderId;
    const value: ThreadMark = {
      conversationId: root.conversationId,
      follows: true,
      readSeq: hasRead ? seq : root.seq,
      readCount: hasRead ? sentCount : sentCount - 1,
    };
    await insertMark(ctx, userId, root.id, value).catch((error: unknown) => ctx.log.warn({ error }, "not followed"));
  }
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
