import type { Changes, Head, Scope } from "./changes.ts";
import type { ConversationId, MessageId, SessionId, UserId } from "./ids.ts";
import type { Mark, Person, Tally, Time, UserRow } from "./rows.ts";

/** Close codes of Parley's rooms. A device does not reconnect after the first four. */
export const closeCodes = {
  signedOut: 4401,
  removed: 4403,
  notFound: 4404,
  hostMoved: 4410,
  ticketExpired: 4408,
  tooSlow: 4409,
  badFrame: 4400,
  tooLarge: 4413,
  tooFast: 4429,
  restarting: 4503,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Why a room says goodbye; sent as a message first, because a close can take seconds to arrive. */
export type Bye = { t: "bye"; code: CloseCode };

/** Room → device. `serverTime` lets a device correct its clock. */
export type RoomMessage =
  | { t: "hello"; rev: number; present: UserId[]; serverTime: Time }
  /** `echo`, when there: repeat it in the next ping at once, so that the room knows this connection is read. */
  | { t: "beat"; rev: number; echo?: string }
  | { t: "changes"; changes: Changes }
  | { t: "announce"; scope: Scope; rev: number }
  | { t: "heads"; heads: Head[]; people: Person[] }
  | { t: "marks"; conversationId: ConversationId; marks: Mark[] }
  | { t: "people"; people: Person[] }
  /** Rows that everybody here has, and the people they name. */
  | { t: "shared"; shared: UserRow[]; people: Person[] }
  /** Of posts in a channel, a few seconds after they changed. */
  | { t: "tallies"; conversationId: ConversationId; tallies: Tally[] }
  | { t: "present"; userId: UserId; isPresent: boolean }
  /** In the conversation, or in one of its threads. */
  | { t: "typing"; userId: UserId; isTyping: boolean; threadId?: MessageId }
  | Bye;

/** API → room, by the gateway's signed POST or a publisher socket. */
export type Publication = { scope: Scope } & (
  | { tell: Extract<RoomMessage, { t: "changes" | "announce" | "heads" | "marks" | "people" | "shared" | "tallies" }> }
  /** Closes the connections of one user, or of one session of theirs. */
  | { close: { userId: UserId; sessionId?: SessionId; code: CloseCode } }
);

/** The claims of a ticket: who may be in which room until when (`exp`, seconds). */
export type TicketClaims = {
  sub: UserId;
  sid: SessionId;
  scope: Scope;
  /** The scope's newest rev when the ticket was signed: what a room that has just woken up knows. */
  rev: number;
  /** In a room of very many: nobody is told who is here, or who writes. */
  isQuiet?: true;
  exp: number;
  /** Whom the room does not tell that this user is there, or writes: who may not know. */
  hides?: { presence?: UserId[] | "all" | undefined; typing?: UserId[] | "all" | undefined } | undefined;
};
