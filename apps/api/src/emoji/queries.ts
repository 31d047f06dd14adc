import type { Db } from "@parley/db";
import type { CustomEmoji, FileId, UserId, UserRow } from "@parley/schema";
import { type SqlBool, sql } from "kysely";
import type { Found } from "../files/find-attachment.ts";

/** The emoji that moved since a transaction, removed ones too; without one, those that are there. */
export async function listEmoji(db: Db, sinceXid: string | null): Promise<UserRow[]> {
  const rows = await movedEmoji(db, sinceXid).execute();
  return rows.map(({ id, value, rev }) => ({ kind: "emoji", key: id, value, rev }));
}

/** The statement behind it, so that its plan can be looked at. */
export function movedEmoji(db: Db, sinceXid: string | null) {
  return db
    .selectFrom("emoji")
    .select(["id", "value", "rev"])
    .where(sinceXid === null ? sql<SqlBool>`value is not null` : sql<SqlBool>`row_xid >= ${sinceXid}::text::xid8`);
}

/** Who made these emoji. */
export const makersOf = (rows: UserRow[]): UserId[] =>
  rows.flatMap(({ value }) => (value ? [(value as CustomEmoji).makerId] : []));

/** Whether an emoji goes by this name, or did. */
export async function isEmojiName(db: Db, name: string): Promise<boolean> {
  const row = await db.selectFrom("emoji_names").select("name").where("name", "=", name).executeTakeFirst();
  return row !== undefined;
}

/** The picture of an emoji that is there. */
export async function findEmojiPicture(db: Db, fileId: FileId): Promise<Found | null> {
  const file = await db
    .selectFrom("emoji")
    .innerJoin("files", "files.id", "emoji.file_id")
    .select(["files.id as fileId", "files.name", "files.mime", "files.size"])
    .select(["files.state", "files.has_thumbnails", "files.is_undrawable"])
    .where("emoji.file_id", "=", fileId)
    .where("files.state", "=", "ready")
    .executeTakeFirst();
  return file ?? null;
}
