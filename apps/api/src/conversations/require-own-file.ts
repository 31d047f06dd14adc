import type { Db } from "@parley/db";
import { AppError, type FileId, type UserId } from "@parley/schema";

/** A picture can only be used by who put it here. */
export async function requireOwnFile(db: Db, userId: UserId, fileId: FileId | null | undefined) {
  if (!fileId) return;
  const file = await db
    .selectFrom("files")
    .select("id")
    .where("id", "=", fileId)
    .where("owner_id", "=", userId)
    .executeTakeFirst();
  if (!file) throw new AppError("not_found", "not_found", "That picture is not here.");
}
