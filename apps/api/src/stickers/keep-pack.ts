import type { FileId, KeptPack, StickerPack, StickerPackId } from "@parley/schema";
import { sql } from "kysely";
import type { UserTx } from "../accounts/in-user.ts";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { eraseUnheld } from "../files/erase-files.ts";
import { showsPack } from "./find-sticker.ts";
import { requirePictures } from "./require-pictures.ts";
import { tellKeepers } from "./tell-keepers.ts";

/**
 * What follows from a row of kind `stickers`. Its owner makes, changes or ends the pack, for all who keep it; anybody
 * else keeps what a message they may read has shown them, and gives up no more than their own row. Answers with what is to
 * be done once it has committed.
 */
export async function keepPack(
  ctx: SignedIn,
  tx: UserTx,
  id: StickerPackId,
  kept: KeptPack | null,
): Promise<(() => Promise<unknown>) | undefined> {
  const pack = await tx.db
    .selectFrom("sticker_packs")
    .select(["owner_id", "value"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (pack && pack.owner_id !== ctx.userId) {
    if (kept && !(await showsPack({ ...ctx, db: tx.db }, id, kept.foundIn))) throw notFound();
    return undefined;
  }
  if (kept && kept.ownerId !== ctx.userId) throw notFound();
  if (kept) await savePack(ctx, tx, id, kept);
  else await tx.db.deleteFrom("sticker_packs").where("id", "=", id).execute();

  const gone = goneFrom(pack?.value, kept);
  return pack && (() => tellKeepers(ctx, id).then(() => eraseUnheld(ctx, gone)));
}

async function savePack(ctx: SignedIn, { db }: UserTx, id: StickerPackId, kept: KeptPack) {
  const { name, ownerId, stickers, isShared } = kept;
  const pack: StickerPack = { name, ownerId, stickers, ...(isShared && { isShared }) };
  const fileIds = pack.stickers.map((it) => it.fileId);
  await requirePictures({ ...ctx, db }, id, fileIds);
  const value = JSON.stringify(pack);
  await db
    .insertInto("sticker_packs")
    .values({ id, owner_id: ctx.userId, value, created_at: ctx.now() })
    .onConflict((it) => it.column("id").doUpdateSet({ value }))
    .execute();
  await db.deleteFrom("pack_files").where("pack_id", "=", id).where("file_id", "not in", fileIds).execute();
  await sql`
    insert into pack_files (file_id, pack_id) select unnest(${fileIds}::uuid[]), ${id}
    on conflict do nothing`.execute(db);
}

function goneFrom(before: StickerPack | undefined, after: StickerPack | null): FileId[] {
  const kept = new Set(after?.stickers.map((it) => it.fileId));
  return before?.stickers.map((it) => it.fileId).filter((fileId) => !kept.has(fileId)) ?? [];
}
