import { AppError, type FileId, limits, type StickerPackId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { requirePicture } from "../files/require-picture.ts";
import { fileUnfinished } from "../messages/attachments-in.ts";

/** That these are the user's own pictures, all here, small enough, and in no other pack. */
export async function requirePictures(ctx: SignedIn, packId: StickerPackId, fileIds: FileId[]): Promise<void> {
  const files = await listOwn(ctx, fileIds);
  if (files.length < fileIds.length) throw fileUnfinished();
  for (const file of files) {
    if (file.pack_id && file.pack_id !== packId)
      throw new AppError("bad_input", "bad_input", "This picture stands in another pack.");
    // Those that stand in it were looked at before.
    if (!file.pack_id) await requirePicture(ctx, file, limits.stickerBytes);
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
