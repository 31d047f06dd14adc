import type { Attachment } from "./attachments.ts";
import type { MessageContent } from "./content.ts";
import type { ConversationId, FileId, InviteId, MessageId, SessionId, UserId } from "./ids.ts";
import type { Status } from "./people-inputs.ts";
import type { ConversationSettings } from "./settings-inputs.ts";

/** Times on the wire are ISO 8601 strings in UTC. */
export type Time = string;

export type ConversationKind = "direct" | "group" | "channel" | "saved";
export const memberRoles = ["owner", "admin", "moderator", "member"] as const;
export type MemberRole = (typeof memberRoles)[number];
export const userRoles = ["user", "moderator", "admin", "owner"] as const;
export type UserRole = (typeof userRoles)[number];
/** Whether they answer for the whole installation: for its badges, its emoji. */
export const keepsPlace = (role: UserRole | undefined): boolean => role === "admin" || role === "owner";

/** A user as others may see them. Kept current by the start cursor, not by a rev. */
export type Person = {
  id: UserId;
  username: string;
  displayName: string;
  avatarId: FileId | null;
  bio: string;
  isDeleted: boolean;
  /** Also one that is over: `statusNow` leaves it out. */
  status?: Status;
  /** Told to many at once, without what not everyone may see: a device keeps what it was told of that. */
  isPartial?: true;
};

export type ConversationRow = {
  id: ConversationId;
  kind: ConversationKind;
  title: string;
  description: string;
  avatarId: FileId | null;
  /** New members see only what was sent after they joined. */
  hidesHistory: boolean;
  settings: ConversationSettings;
  createdAt: Time;
  rev: number;
  lastSeq: number;
  /** How many of these messages stand only in a thread; absent when none does. */
  threadReplies?: number;
  /** How many ask to join; absent when nobody does. */
  requestCount?: number;
  /** Of channels: how many subscribe, as it was when this row was read; nobody is told when it changes. */
  memberCount?: number;
  /** Where anybody finds a channel. Absent: by invitation only. */
  address?: string;
  isVerified?: true;
};

/** What a channel's post has had. Counts take no rev: they are told now and then, and asked for with what is viewed. */
export type Tally = { messageId: MessageId; seq: number; viewCount: number; reactions: Record<string, number> };
/** With the reader's own reactions, which nobody else is told of. */
export type OwnTally = Tally & { mine: string[] };

/** A channel as those see it who are not in it. */
export type PublicChannel = Pick<ConversationRow, "id" | "title" | "description" | "avatarId" | "isVerified"> & {
  address: string;
  memberCount: number;
};

export type MemberRow = {
  conversationId: ConversationId;
  userId: UserId;
  role: MemberRole;
  /** Null while a member; a left or removed member stays as a row, so that devices learn of it. */
  leftAt: Time | null;
  joinedAt: Time;
  readSeq: number;
  deliveredSeq: number;
  /** How many of the messages up to `readSeq` stand only in a thread. */
  readReplies?: number;
  rev: number;
  /** Of one's own, in heads: seqs beyond the read mark that one cannot see, and so has not to read. */
  unseen?: { from: number; to: number }[];
};

/** What happened, for messages of kind `event`; the web words it in the reader's language. */
export type ConversationEvent =
  | { type: "created" }
  | { type: "added" | "removed" | "banned"; userIds: UserId[] }
  | { type: "joined" | "left" }
  | { type: "role"; userId: UserId; role: MemberRole }
  | { type: "title"; title: string }
  | { type: "details" }
  /** The settings that were changed, as they are since. */
  | { type: "settings"; settings: ConversationSettings }
  | { type: "pinned"; messageId: MessageId }
  | { type: "expiry"; expiresAfter: number | null; expiryStarts: "send" | "read" };

/** Somebody named in a message, by the username they had then. */
export type Mention = { userId: UserId; username: string };

/** What the page at a message's first address says of itself. `image` is served to who may read the message. */
export type LinkPreview = {
  url: string;
  title: string;
  site: string;
  description?: string;
  image?: { fileId: FileId; width: number; height: number };
};

/**
 * Who wrote it first, by the name they had when it was forwarded; with their id where their privacy allows a link. In
 * saved messages also where it stands.
 */
export type Forwarded = {
  name: string;
  userId?: UserId;
  origin?: { conversationId: ConversationId; messageId: MessageId; seq: number };
};

/** All that a message has besides its words. What is absent, it does not have. */
export type MessageDetails = {
  mentions?: Mention[];
  mentionsAll?: true;
  /** Makes no sound and no notification. */
  isSilent?: true;
  link?: LinkPreview;
  /** Its author wants no preview. */
  noLink?: true;
  /** Seconds that it lives, from when it was sent or, with `expiryStarts`, from when somebody first read it. */
  expiresAfter?: number;
  expiryStarts?: "read";
  /** Sent by Parley for its author, who may not be there: it is no sign that they have read what came before. */
  automatic?: "reply" | "scheduled";
  /** What a message of another kind than text holds. */
  content?: MessageContent;
  /** At most `limits.attachmentsEach`; the words are their caption. */
  attachments?: Attachment[];
  forwarded?: Forwarded;
  thread?: ThreadSummary;
};

/** What stands under a message that was answered in a thread. */
export type ThreadSummary = {
  /** Replies that are there; `sentCount` also counts those that were deleted, and so only grows. */
  replyCount: number;
  sentCount: number;
  lastReplyAt: Time;
  /** At most five, the latest first. */
  replierIds: UserId[];
};

export type MessageRow = MessageDetails & {
  id: MessageId;
  conversationId: ConversationId;
  seq: number;
  rev: number;
  senderId: UserId;
  /** Devices keep and skip kinds they do not know ("update to see"). */
  kind: "text" | "event" | (string & {});
  text: string;
  event: ConversationEvent | null;
  replyToId: MessageId | null;
  /** The message whose thread this reply stands in. */
  threadId?: MessageId;
  /** A reply in a thread that was sent to the conversation too. */
  isInTimeline?: true;
  createdAt: Time;
  editedAt: Time | null;
  /** Set on a tombstone: its text is empty. */
  deletedAt: Time | null;
  expiresAt: Time | null;
};

/** One person's one emoji on a message. `seq` is the message's; a reaction that was taken back stays as a row. */
export type ReactionRow = {
  conversationId: ConversationId;
  messageId: MessageId;
  seq: number;
  userId: UserId;
  emoji: string;
  isRemoved: boolean;
  rev: number;
};

/** A message that stands in the bar above its conversation. One that was taken down stays as a row. */
export type PinRow = {
  conversationId: ConversationId;
  messageId: MessageId;
  seq: number;
  pinnedBy: UserId;
  isRemoved: boolean;
  rev: number;
};

/** A row of the user's own things. `value` is null once it was removed. */
export type UserRow = { kind: UserRowKind; key: string; value: unknown; rev: number };
export const userRowKinds = [
  "draft",
  "preference",
  "block",
  "joinRequest",
  "organising",
  "folder",
  "scheduled",
  "away",
  "vote",
  "hidden",
  "tag",
  "stickers",
  "emoji",
  "thread",
  "contact",
  "request",
  "privacy",
  "played",
] as const;
export type UserRowKind = (typeof userRowKinds)[number];

export type PasskeyRow = { id: string; name: string; createdAt: Time; lastUsedAt: Time | null; isBackedUp: boolean };
export type SessionRow = {
  id: SessionId;
  device: string;
  place: string;
  createdAt: Time;
  lastUsedAt: Time;
  isThis: boolean;
};

/** What a user sees of their own sign-in; part of the user scope, so every device of theirs shows the same. */
export type AccountRow = {
  person: Person;
  role: UserRole;
  email: string | null;
  passkeys: PasskeyRow[];
  sessions: SessionRow[];
  recoveryCodesLeft: number;
};

export type InviteRow = {
  id: InviteId;
  code: string;
  expiresAt: Time | null;
  maxUses: number | null;
  useCount: number;
  createdAt: Time;
  createdBy: UserId;
};

/** Of `joinRequest` rows: what the user asked for, and what came of it. Being let in removes the row. */
export type OwnJoinRequest = { title: string; state: "waiting" | "declined"; at: Time };

/** Somebody who asks to join. */
export type JoinRequest = { person: Person; note: string; createdAt: Time };
export type Ban = { person: Person; reason: string; bannedBy: UserId; createdAt: Time };

export type MessageVersion = { text: string; writtenAt: Time };

/** How a user stands to a thread: the value of their row of kind `thread`, whose key is the root's id. */
export type ThreadMark = {
  conversationId: ConversationId;
  follows: boolean;
  readSeq: number;
  /** The thread's `sentCount` when it was last read. */
  readCount: number;
};

export type Mark = { userId: UserId; readSeq: number; deliveredSeq: number; readReplies?: number };

/** Somebody whom a message has reached; times are null when they are no longer known, `read` is absent when it is not told. */
export type Reached = { userId: UserId; deliveredAt: Time | null; read?: { at: Time | null } };

/** Whether a message stands in a thread and nowhere else. */
export const isOnlyInThread = (row: Pick<MessageRow, "threadId" | "isInTimeline">) =>
  row.threadId !== undefined && !row.isInTimeline;
