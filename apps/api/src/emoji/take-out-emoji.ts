import type { FileId } from "@parley/schema";
import type { App } from "../context.ts";
import { saveEmoji } from "./save-emoji.ts";
import { tellAll } from "./tell-all.ts";

/** The emoji of files that are being removed go with them. */
export async function takeOutEmoji(ctx: Pick<App, "db" | "publish" | "now">, fileIds: FileId[]): Promise<void> {
  if (fileIds.length === 0) return;
  const told = await ctx.db.transaction().execute(async (db) => {
    const found = await db
      .selectFrom("emoji")
      .select(["id", "value", "rev"])
      .where("file_id", "in", fileIds)
      .orderBy("id")
      .forUpdate()
      .execute();
    const all = [];
    for (const { id, value, rev } of found) {
      await saveEmoji(db, { id, rev: rev + 1, before: value, value: null });
      all.push(...(await tellAll(db, { kind: "emoji", key: id, value: null, rev: rev + 1 }, ctx.now())));
    }
    return all;
  });
  if (told.length > 0) ctx.publish(told);
}
