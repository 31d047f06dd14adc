import type { MessagesTable } from "@parley/db";
import type { MessageRow } from "@parley/schema";
import type { Selectable } from "kysely";

export type MessageRecord = Selectable<MessagesTable>;

export function toMessageRow(row: MessageRecord): MessageRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    rev: row.rev,
    senderId: row.sender_id,
    kind: row.kind,
    text: row.text,
    event: row.event,
    replyToId: row.reply_to_id,
    ...(row.thread_id && { threadId: row.thread_id }),
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    ...row.details,
  };
}
