import type {
  Choices,
  ConversationEvent,
  ConversationId,
  MessageDetails,
  MessageId,
  OwnVote,
  PollAnswer,
  ThreadMark,
  UserId,
} from "@parley/schema";

// Rows as they go into the tables: JSON as values, since all go in as JSON.

export type MessageRecord = {
  id: MessageId;
  conversation_id: ConversationId;
  seq: number;
  rev: number;
  sender_id: UserId;
  kind: string;
  text: string;
  details: MessageDetails;
  event: ConversationEvent | null;
  thread_id: MessageId | null;
  is_in_timeline: boolean;
  thread_replies: number;
  reply_to_id: MessageId | null;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
};
export type VersionRecord = { message_id: MessageId; rev: number; text: string; written_at: Date };
type OnMessage = { message_id: MessageId; conversation_id: ConversationId; rev: number; is_removed: boolean };
export type ReactionRecord = OnMessage & { user_id: UserId; emoji: string };
export type PinRecord = OnMessage & { pinned_by: UserId };
export type PollRecord = {
  message_id: MessageId;
  conversation_id: ConversationId;
  answers: PollAnswer[] | null;
  counts: number[][];
  voter_count: number;
};
export type VoteRecord = { message_id: MessageId; user_id: UserId; choices: Choices; rev: number };

/** A row of somebody's own things; its rev is given when all of them are known. */
export type OwnRecord = { user_id: UserId; key: string } & (
  | { kind: "thread"; value: ThreadMark }
  | { kind: "vote"; value: OwnVote }
  | { kind: "organising" | "contact"; value: unknown }
);
