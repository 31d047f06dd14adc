import type { Attachment, FileId, MessageId } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { isAlive } from "../messages/readable-messages.ts";

export type Found = {
  fileId: FileId;
  name: string;
  mime: string;
  size: number;
  state: "ready" | (string & {});
  has_thumbnails: boolean;
  is_undrawable: boolean;
  /** Of what every browser plays of it, where there is such. */
  playable_size?: number | null;
};

/** A file on a message that this user may read now. */
export async function findAttachment(
  { db, userId, now }: SignedIn,
  { messageId, fileId }: { messageId: MessageId; fileId: FileId },
): Promise<Found | null> {
  const row = await db
    .selectFrom("message_files")
    .innerJoin("messages", "messages.id", "message_files.message_id")
    .innerJoin("members", "members.conversation_id", "messages.conversation_id")
    .innerJoin("files", "files.id", "message_files.file_id")
    .select(["files.id", "files.mime", "files.size", "files.state", "files.has_thumbnails", "files.is_undrawable"])
    .select(sql<number | null>`case when files.playable = 'made' then files.playable_size end`.as("playable_size"))
    .select(sql<Attachment[] | null>`messages.details->'attachments'`.as("attachments"))
    .where("message_files.message_id", "=", messageId)
    .where("message_files.file_id", "=", fileId)
    .where("members.user_id", "=", userId)
    .where("members.left_at", "is", null)
    .where("messages.deleted_at", "is", null)
    .where(sql<boolean>`messages.seq <@ members.visible`)
    .where(isAlive(now()))
    .executeTakeFirst();
  const named = row?.attachments?.find((it) => it.fileId === fileId);
  if (!row || !named || row.state !== "ready") return null;
  const { id, attachments: _, ...file } = row;
  return { ...file, fileId: id, name: named.name };
}
