import type { MessagesTable } from "@parley/db";
import type { MessageRow } from "@parley/schema";
import type { Selectable } from "kysely";

export type MessageRecord = Selectable<MessagesTable>;
/** A row that came as JSON: its times are text. */
export type Raw<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

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
    ...(row.thread_id && { threadId: row.thread_id, ...(row.is_in_timeline && { isInTimeline: true as const }) }),
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    ...row.details,
  };
}

/** What has expired, for a device that holds it and may not know when its time began: that it is gone, and nothing else. */
export function toGoneRow(row: MessageRecord): MessageRow {
  const deleted_at = row.deleted_at ?? row.expires_at;
  return toMessageRow({ ...row, text: "", event: null, details: {}, reply_to_id: null, deleted_at });
}

export function withDates(row: Raw<MessageRecord>): MessageRecord {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...row,
    created_at: new Date(row.created_at),
    edited_at: date(row.edited_at),
    deleted_at: date(row.deleted_at),
    expires_at: date(row.expires_at),
  };
}
