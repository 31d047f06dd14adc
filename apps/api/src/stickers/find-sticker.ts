import type { Db } from "@parley/db";
import type { FileId, MessageId, StickerPackId, UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { type Found, findAttachment } from "../files/find-attachment.ts";

/** A picture of a pack, for who keeps the pack, or may read a message that shows it. */
export async function findSticker(
  ctx: SignedIn,
  { packId, fileId, seenIn }: { packId: StickerPackId; fileId: FileId; seenIn?: MessageId | undefined },
): Promise<Found | null> {
  const file = await ctx.db
    .selectFrom("pack_files")
    .innerJoin("files", "files.id", "pack_files.file_id")
    .select(["files.id as fileId", "files.name", "files.mime", "files.size"])
    .select(["files.state", "files.has_thumbnails", "files.is_undrawable"])
    .where("pack_files.pack_id", "=", packId)
    .where("pack_files.file_id", "=", fileId)
    .where("files.state", "=", "ready")
    .executeTakeFirst();
  return file && (await showsPack(ctx, packId, seenIn)) ? file : null;
}

/** Whether somebody may see a pack: they keep it, it is shared, or a message that they may read has a sticker from it. */
export async function showsPack(ctx: SignedIn, packId: StickerPackId, seenIn: MessageId | undefined): Promise<boolean> {
  if ((await keepsPack(ctx.db, ctx.userId, packId)) || (await isShared(ctx.db, packId))) return true;
  if (!seenIn) return false;
  const shown = await ctx.db
    .selectFrom("message_files")
    .innerJoin("pack_files", "pack_files.file_id", "message_files.file_id")
    .select("message_files.file_id")
    .where("message_files.message_id", "=", seenIn)
    .where("pack_files.pack_id", "=", packId)
    .executeTakeFirst();
  return shown !== undefined && (await findAttachment(ctx, { messageId: seenIn, fileId: shown.file_id })) !== null;
}

async function isShared(db: Db, packId: StickerPackId): Promise<boolean> {
  const pack = await db.selectFrom("sticker_packs").select("value").where("id", "=", packId).executeTakeFirst();
  return pack?.value.isShared === true;
}

async function keepsPack(db: Db, userId: UserId, packId: StickerPackId): Promise<boolean> {
  const row = await db
    .selectFrom("user_rows")
    .select("key")
    .where("user_id", "=", userId)
    .where("kind", "=", "stickers")
    .where("key", "=", packId)
    .where("value", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}
