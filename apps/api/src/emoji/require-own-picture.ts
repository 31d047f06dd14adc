import { type FileId, limits } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { requirePicture } from "../files/require-picture.ts";
import { fileUnfinished } from "../messages/attachments-in.ts";

/** That this is the user's own picture, all here and small enough. Locked, so that it is not erased meanwhile. */
export async function requireOwnPicture(ctx: SignedIn, fileId: FileId): Promise<void> {
  const file = await ctx.db
    .selectFrom("files")
    .select(["id", "state", "mime", "size"])
    .where("id", "=", fileId)
    .where("owner_id", "=", ctx.userId)
    .where("kind", "=", "attachment")
    .forShare()
    .executeTakeFirst();
  if (!file) throw fileUnfinished();
  await requirePicture(ctx, file, limits.emojiBytes);
}
