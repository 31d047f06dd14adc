import type { FileId } from "@parley/schema";
import type { App } from "../context.ts";
import { tellKeepers } from "./tell-keepers.ts";

/** Files that are being removed leave their packs; one that is left with none goes. */
export async function takeOutOfPacks(ctx: Pick<App, "db" | "publish">, fileIds: FileId[]): Promise<void> {
  if (fileIds.length === 0) return;
  const packs = await ctx.db.transaction().execute(async (db) => {
    const inPacks = db.selectFrom("pack_files").select("pack_id").where("file_id", "in", fileIds);
    const found = await db.selectFrom("sticker_packs").selectAll().where("id", "in", inPacks).forUpdate().execute();
    for (const { id, value } of found) {
      const stickers = value.stickers.filter((it) => !fileIds.includes(it.fileId));
      if (stickers.length === 0) await db.deleteFrom("sticker_packs").where("id", "=", id).execute();
      else
        await db
          .updateTable("sticker_packs")
          .set({ value: JSON.stringify({ ...value, stickers }) })
          .where("id", "=", id)
          .execute();
    }
    await db.deleteFrom("pack_files").where("file_id", "in", fileIds).execute();
    return found;
  });
  for (const { id } of packs) await tellKeepers(ctx, id);
}
