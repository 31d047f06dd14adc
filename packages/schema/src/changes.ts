import type { ConversationId, UserId } from "./ids.ts";
import type {
  AccountRow,
  ConversationRow,
  Mark,
  MemberRow,
  MessageRow,
  Person,
  PinRow,
  ReactionRow,
  Time,
  UserRow,
} from "./rows.ts";

/** What is kept in step as one, written `c:<conversationId>` or `u:<userId>`. */
export type Scope = `c:${string}` | `u:${string}`;

export const conversationScope = (id: ConversationId): Scope => `c:${id}`;
export const userScope = (id: UserId): Scope => `u:${id}`;

/** The room of a scope: its party and its name there. */
export function roomOf(scope: Scope): { party: "conversation" | "user"; name: string } {
  return { party: scope.startsWith("c:") ? "conversation" : "user", name: scope.slice(2) };
}

export type ChangedRows = {
  conversation?: ConversationRow;
  members?: MemberRow[];
  messages?: MessageRow[];
  reactions?: ReactionRow[];
  pins?: PinRow[];
  account?: AccountRow;
  own?: UserRow[];
};

/**
 * The one shape for snapshots, catch-up and live: the rows of `scope` that changed after `from`, as they are at `rev`.
 * A device whose cursor is `from` applies it and moves to `rev`; older it ignores; with a gap it pulls.
 * `people` are the users these rows name, so that a device never shows a nameless sender.
 */
export type Changes = { scope: Scope; from: number; rev: number; rows: ChangedRows; people?: Person[] };

/** Stretch of seqs, both ends included. */
export type SeqRange = { from: number; to: number };

/**
 * `covers` is the stretch of seqs this page answers for: a seq inside it without a row is not visible to this member.
 * `reactions` are those to these messages, as they are; removed ones are left out.
 */
export type MessagePage = {
  messages: MessageRow[];
  reactions: ReactionRow[];
  covers: SeqRange | null;
  /** Long stretches beside this page in which all stands only in threads: for the timeline there is nothing in them. */
  bare?: SeqRange[];
  people: Person[];
  rev: number;
};

/** Changes after the cursor. With `more`, ask again from `changes.rev`. `covers`: as in MessagePage, for the newest page. */
export type PullAnswer = { changes: Changes; covers: SeqRange | null; more: boolean; marks?: Mark[] };

/** A conversation as the list shows it. */
export type Head = {
  conversation: ConversationRow;
  me: MemberRow;
  preview: MessageRow | null;
  otherId: UserId | null;
  /** The unread messages that mention this member, of the newest 200 that mention anybody; absent when there are none. */
  mentions?: number[];
};

/** Opaque to devices. `epoch` changes when a database was restored or moved: then all heads come again. */
export type StartCursor = { epoch: string; xid: string; userRev: number };

export type StartAnswer = {
  cursor: StartCursor;
  /** True when the cursor given was of another epoch or none: `heads` is then everything the user is in. */
  isWhole: boolean;
  userId: UserId;
  user: Changes;
  heads: Head[];
  people: Person[];
  /** Rows that everybody here has and that moved: the emoji. Like people they have no part in the user's rev. */
  shared?: UserRow[];
  serverTime: Time;
};
