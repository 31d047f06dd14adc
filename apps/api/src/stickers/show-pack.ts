import type { Db } from "@parley/db";
import type { FileId, MessageId, ShownPack, StickerPackId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { findAttachment } from "../files/find-attachment.ts";

/** The pack of a sticker, for who may read a message that it was sent in. */
export async function showPack(ctx: SignedIn, sticker: { messageId: MessageId; fileId: FileId }): Promise<ShownPack> {
  const pack = (await findAttachment(ctx, sticker)) && (await findPackOf(ctx.db, sticker.fileId));
  if (!pack) throw notFound();
  return { packId: pack.id, pack: pack.value };
}

/** A pack that its owner shares by a link, for who has the link. */
export async function findSharedPack({ db }: SignedIn, packId: StickerPackId): Promise<ShownPack> {
  const pack = await db.selectFrom("sticker_packs").select("value").where("id", "=", packId).executeTakeFirst();
  if (!pack?.value.isShared) throw notFound();
  return { packId, pack: pack.value };
}

function findPackOf(db: Db, fileId: FileId) {
  return db
    .selectFrom("pack_files")
    .innerJoin("sticker_packs", "sticker_packs.id", "pack_files.pack_id")
    .select(["sticker_packs.id", "sticker_packs.value"])
    .where("pack_files.file_id", "=", fileId)
    .executeTakeFirst();
}
