import type { ConversationsTable, MembersTable } from "@parley/db";
import type { ConversationRow, MemberRow } from "@parley/schema";
import type { Selectable } from "kysely";

export type ConversationRecord = Pick<
  Selectable<ConversationsTable>,
  | "id"
  | "kind"
  | "title"
  | "description"
  | "avatar_id"
  | "hides_history"
  | "settings"
  | "created_at"
  | "rev"
  | "last_seq"
  | "request_count"
  | "member_count"
  | "address"
  | "is_verified"
  | "thread_replies"
>;
export type MemberRecord = Omit<
  Selectable<MembersTable>,
  | "row_xid"
  | "visible"
  | "sent_at"
  | "was_staff"
  | "viewed"
  | "told_read_seq"
  | "told_delivered_seq"
  | "read_log"
  | "delivered_log"
>;

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
  "conversations.request_count",
  "conversations.member_count",
  "conversations.address",
  "conversations.is_verified",
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
    ...(row.kind === "channel" && { memberCount: row.member_count }),
    ...(row.address && { address: row.address }),
    ...(row.is_verified && { isVerified: true }),
    ...(row.request_count > 0 && { requestCount: row.request_count }),
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
