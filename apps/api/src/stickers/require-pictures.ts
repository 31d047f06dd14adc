import { AppError, type FileId, limits, type StickerPackId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { isDrawable } from "../files/draw-thumbnails.ts";
import { fileUnfinished } from "../messages/attachments-in.ts";

/** That these are the user's own pictures, all here, small enough, and in no other pack. */
export async function requirePictures(ctx: SignedIn, packId: StickerPackId, fileIds: FileId[]): Promise<void> {
  const files = await listOwn(ctx, fileIds);
  if (files.length < fileIds.length) throw fileUnfinished();
  for (const { state, mime, size, pack_id } of files) {
    if (pack_id && pack_id !== packId) throw badInput("This picture stands in another pack.");
    if (state === "refused") throw new AppError("not_allowed", "file_refused", "This file was refused.");
    if (state === "held")
      throw new AppError("rate_limited", "file_in_check", "This file is still being checked.", { retryAfter: 5 });
    if (state !== "ready") throw fileUnfinished();
    if (!isDrawable(mime)) throw badInput("A sticker is a picture.");
    if (size > limits.stickerBytes) throw new AppError("too_large", "file_too_large", "This picture is too large.");
  }
}

// Locked, so that none of them is erased before it stands in the pack.
function listOwn({ db, userId }: SignedIn, fileIds: FileId[]) {
  return db
    .selectFrom("files")
    .select(["id", "state", "mime", "size"])
    .select((it) =>
      it.selectFrom("pack_files").select("pack_id").whereRef("pack_files.file_id", "=", "files.id").as("pack_id"),
    )
    .where("id", "in", fileIds)
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .forShare()
    .execute();
}

const badInput = (sentence: string) => new AppError("bad_input", "bad_input", sentence);
