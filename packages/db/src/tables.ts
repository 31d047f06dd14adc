import type {
  Choices,
  ConversationEvent,
  ConversationId,
  ConversationKind,
  ConversationSettings,
  FileId,
  InviteId,
  MemberRole,
  MessageDetails,
  MessageId,
  PollAnswer,
  SessionId,
  Status,
  UserId,
  UserRole,
  UserRowKind,
} from "@parley/schema";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type {
  EmojiNamesTable,
  EmojiTable,
  FilesTable,
  MessageFilesTable,
  PackFilesTable,
  StickerPacksTable,
} from "./file-tables.ts";

/** A 64-bit transaction id: a decimal string when read, always written as `pg_current_xact_id()` by default or by us. */
type Xid = ColumnType<string, never, never>;
type CreatedAt = ColumnType<Date, Date | undefined, never>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** `username_key` is the skeleton by which look-alike names are refused. `row_xid` moves with every change others may see. */
export type UsersTable = {
  id: UserId;
  username: string;
  username_key: string;
  display_name: string;
  bio: Generated<string>;
  avatar_id: Nullable<FileId>;
  status: JSONColumnType<Status | null, string | null | undefined, string | null>;
  email: Nullable<string>;
  role: Generated<UserRole>;
  rev: Generated<number>;
  row_xid: Xid;
  online_until: Nullable<Date>;
  /** As `online_until`, of devices somebody is at. */
  active_until: Nullable<Date>;
  last_seen_at: Nullable<Date>;
  suspended_at: Nullable<Date>;
  deleted_at: Nullable<Date>;
  created_at: CreatedAt;
};

export type PasskeysTable = {
  id: string;
  user_id: UserId;
  public_key: Uint8Array;
  counter: ColumnType<string, number | string, number | string>;
  transports: string[];
  name: string;
  is_backed_up: boolean;
  last_used_at: Nullable<Date>;
  created_at: CreatedAt;
};

/** A WebAuthn challenge: taken once, and only until it expires. */
export type ChallengesTable = {
  id: string;
  purpose: "sign_up" | "sign_in" | "add_passkey";
  challenge: string;
  user_id: Nullable<UserId>;
  details: JSONColumnType<Record<string, string>>;
  expires_at: Date;
};

export type SessionsTable = {
  id: SessionId;
  user_id: UserId;
  token_hash: Uint8Array;
  device: string;
  place: string;
  created_at: CreatedAt;
  last_used_at: ColumnType<Date, Date | undefined, Date>;
  expires_at: Date;
  revoked_at: Nullable<Date>;
};

export type RecoveryCodesTable = { id: Generated<number>; user_id: UserId; code_hash: string; used_at: Nullable<Date> };

export type EmailCodesTable = {
  email: string;
  purpose: "sign_in" | "verify";
  user_id: UserId;
  code_hash: Uint8Array;
  attempts: Generated<number>;
  expires_at: Date;
};

/** `head_xid` is the transaction of the newest change: what "moved since I looked" is asked by. */
export type ConversationsTable = {
  id: ConversationId;
  kind: ConversationKind;
  title: Generated<string>;
  description: Generated<string>;
  avatar_id: Nullable<FileId>;
  hides_history: Generated<boolean>;
  settings: ColumnType<ConversationSettings, string | undefined, string>;
  rev: Generated<number>;
  last_seq: Generated<number>;
  /** How many of its messages stand only in a thread. */
  thread_replies: Generated<number>;
  head_xid: Xid;
  created_by: UserId;
  created_at: CreatedAt;
  /** Where anybody finds a channel; `address_key` is the skeleton by which look-alikes are refused. */
  address: Nullable<string>;
  address_key: Nullable<string>;
  is_verified: Generated<boolean>;
  /** Kept for channels alone: theirs is too many to count. */
  member_count: Generated<number>;
  request_count: Generated<number>;
};

/** `told_…` is how far the other of a direct conversation is told. `visible` is the set of seqs the member may read, an int4multirange such as `{[1,40),[57,)}`. */
export type MembersTable = {
  conversation_id: ConversationId;
  user_id: UserId;
  role: MemberRole;
  visible: ColumnType<string, never, never>;
  read_seq: Generated<number>;
  delivered_seq: Generated<number>;
  /** When they last sent something: slow mode asks. */
  sent_at: Nullable<Date>;
  /** How many of the messages up to `read_seq` stand only in a thread. */
  read_replies: Generated<number>;
  was_staff: Generated<boolean>;
  /** The seqs of a channel's posts that were viewed. */
  viewed: ColumnType<string, never, never>;
  told_read_seq: Generated<number>;
  told_delivered_seq: Generated<number>;
  read_log: ColumnType<string, never, never>;
  delivered_log: ColumnType<string, never, never>;
  rev: number;
  row_xid: Xid;
  joined_at: ColumnType<Date, Date | undefined, Date>;
  left_at: Nullable<Date>;
};

export type MessagesTable = {
  id: MessageId;
  conversation_id: ConversationId;
  seq: number;
  rev: number;
  sender_id: UserId;
  kind: string;
  text: string;
  event: JSONColumnType<ConversationEvent | null, string | null, string | null>;
  /** All that a message has besides its words; spread into the wire row. */
  details: ColumnType<MessageDetails, string | undefined, string>;
  thread_id: Nullable<MessageId>;
  is_in_timeline: Generated<boolean>;
  /** How many messages up to and with this one stand only in a thread. */
  thread_replies: Generated<number>;
  reply_to_id: Nullable<MessageId>;
  created_at: CreatedAt;
  edited_at: Nullable<Date>;
  deleted_at: Nullable<Date>;
  expires_at: Nullable<Date>;
};

/** What a message is found by; each word begins with the key of its conversation. `seq` and `created_at` are the message's. */
export type MessageWordsTable = { message_id: MessageId; words: string; seq: number; created_at: Date };

/** What a message said before each edit. Goes with the message's content. */
export type MessageVersionsTable = { message_id: MessageId; rev: number; text: string; written_at: Date };

export type ReactionsTable = {
  message_id: MessageId;
  user_id: UserId;
  emoji: string;
  conversation_id: ConversationId;
  rev: number;
  is_removed: Generated<boolean>;
  /** Who is not shown it: they block whose it is. */
  hidden_from: Nullable<UserId>;
};

export type PinsTable = {
  message_id: MessageId;
  conversation_id: ConversationId;
  pinned_by: UserId;
  rev: number;
  is_removed: Generated<boolean>;
  /** Who is not shown it: they block whose it is. */
  hidden_from: Nullable<UserId>;
};

/** Of a poll what its message does not say: what is right, and the true counts. `uncounted` votes are not in its tally yet. */
export type PollsTable = {
  message_id: MessageId;
  conversation_id: ConversationId;
  answers: JSONColumnType<PollAnswer[] | null, string | null, never>;
  counts: JSONColumnType<number[][]>;
  voter_count: Generated<number>;
  uncounted: Generated<number>;
  closes_at: Nullable<Date>;
  closed_at: Nullable<Date>;
};

/** Never told to anyone but the voter, unless the poll is not anonymous. */
export type VotesTable = { message_id: MessageId; user_id: UserId; choices: JSONColumnType<Choices>; rev: number };

export type UserRowsTable = {
  user_id: UserId;
  kind: UserRowKind;
  key: string;
  value: ColumnType<unknown, string | null, string | null>;
  rev: number;
};

export type InvitesTable = {
  id: InviteId;
  conversation_id: ConversationId;
  code: string;
  created_by: UserId;
  created_at: CreatedAt;
  expires_at: Nullable<Date>;
  max_uses: Nullable<number>;
  use_count: Generated<number>;
  revoked_at: Nullable<Date>;
};

export type JoinRequestsTable = {
  conversation_id: ConversationId;
  user_id: UserId;
  note: string;
  created_at: CreatedAt;
};

export type BansTable = {
  conversation_id: ConversationId;
  user_id: UserId;
  reason: string;
  banned_by: UserId;
  created_at: CreatedAt;
};

/** What a channel's posts have had: counts, without names. */
export type TalliesTable = {
  message_id: MessageId;
  view_count: Generated<number>;
  reactions: ColumnType<Record<string, number>, string | undefined, string>;
};

/** Stored objects; `owner_id` put them here. */
export type RateLimitsTable = { key: string; tokens: number; updated_at: Date };

/** One row for each name. `epoch` says which life of the database a start cursor belongs to. */
export type InstallationTable = { name: string; value: string };

/** Messages that their sender deleted before the server had them. */
export type TakenBackTable = { user_id: UserId; message_id: MessageId; created_at: Date };

export type Tables = {
  users: UsersTable;
  passkeys: PasskeysTable;
  challenges: ChallengesTable;
  sessions: SessionsTable;
  recovery_codes: RecoveryCodesTable;
  email_codes: EmailCodesTable;
  conversations: ConversationsTable;
  members: MembersTable;
  messages: MessagesTable;
  message_versions: MessageVersionsTable;
  message_words: MessageWordsTable;
  reactions: ReactionsTable;
  pins: PinsTable;
  polls: PollsTable;
  votes: VotesTable;
  user_rows: UserRowsTable;
  invites: InvitesTable;
  join_requests: JoinRequestsTable;
  bans: BansTable;
  tallies: TalliesTable;
  files: FilesTable;
  message_files: MessageFilesTable;
  pack_files: PackFilesTable;
  sticker_packs: StickerPacksTable;
  emoji: EmojiTable;
  emoji_names: EmojiNamesTable;
  taken_back: TakenBackTable;
  rate_limits: RateLimitsTable;
  installation: InstallationTable;
};
