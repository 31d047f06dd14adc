import type { DraftFile, FileId, UserId } from "@parley/schema";
import { sql } from "kysely";
import { inUser } from "../accounts/in-user.ts";
import type { App } from "../context.ts";

type Waiting = { kind: "draft" | "scheduled"; key: string; value: { text: string; attachments: DraftFile[] } };

/** Files that their owner removes leave the drafts and scheduled messages they wait in; what is left with nothing goes. */
export async function takeOutOfWaiting(
  ctx: Pick<App, "db" | "publish">,
  userId: UserId,
  fileIds: FileId[],
): Promise<void> {
  const find = async (db: App["db"]) => {
    const { rows } = await sql<Waiting>`
      select kind, key, value from user_rows
      where user_id = ${userId} and kind in ('draft', 'scheduled') and value ? 'attachments'`.execute(db);
    return rows.filter(({ value }) => value.attachments.some((it) => fileIds.includes(it.fileId)));
  };
  if ((await find(ctx.db)).length === 0) return;
  await inUser(ctx, userId, async (tx) => {
    for (const { kind, key, value } of await find(tx.db)) {
      const { attachments, ...words } = value;
      const left = attachments.filter((it) => !fileIds.includes(it.fileId));
      const next = left.length > 0 ? { ...words, attachments: left } : words.text ? words : null;
      await tx.db
        .updateTable("user_rows")
        .set({ value: next && JSON.stringify(next), rev: tx.rev })
        .where("user_id", "=", userId)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .execute();
      tx.changed({ own: [{ kind, key, value: next, rev: tx.rev }] });
    }
  });
}
