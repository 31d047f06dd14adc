import type { ConversationsTable, MembersTable } from "@parley/db";
import type { ConversationRow, MemberRow } from "@parley/schema";
import type { Selectable } from "kysely";

export type ConversationRecord = Omit<Selectable<ConversationsTable>, "head_xid" | "created_by">;
export type MemberRecord = Omit<Selectable<MembersTable>, "row_xid" | "visible" | "sent_at">;

export const conversationColumns = [
  "conversations.id",
  "conversations.kind",
  "conversations.title",
  "conversations.description",
  "conversations.avatar_id",
  "conversations.hides_history",
  "conversations.settings",
  "conversations.created_at",
  "conversations.rev",
  "conversations.last_seq",
  "conversations.thread_replies",
] as const;

export const memberColumns = [
  "members.conversation_id",
  "members.user_id",
  "members.role",
  "members.left_at",
  "members.joined_at",
  "members.read_seq",
  "members.delivered_seq",
  "members.read_replies",
  "members.rev",
] as const;

export function toConversationRow(row: ConversationRecord): ConversationRow {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    description: row.description,
    avatarId: row.avatar_id,
    hidesHistory: row.hides_history,
    settings: row.settings,
    createdAt: row.created_at.toISOString(),
    rev: row.rev,
    lastSeq: row.last_seq,
    ...(row.thread_replies && { threadReplies: row.thread_replies }),
  };
}

export function toMemberRow(row: MemberRecord): MemberRow {
  return {
    conversationId: row.conversation_id,
    userId: row.user_id,
    role: row.role,
    leftAt: row.left_at?.toISOString() ?? null,
    joinedAt: row.joined_at.toISOString(),
    readSeq: row.read_seq,
    deliveredSeq: row.delivered_seq,
    ...(row.read_replies && { readReplies: row.read_replies }),
    rev: row.rev,
  };
}
