import type {
  ConversationId,
  ConversationRow,
  MemberRow,
  MessageId,
  MessageRow,
  OwnTally,
  PinRow,
  ReactionRow,
  SeqRange,
  StartCursor,
  Time,
  UserId,
} from "@parley/schema";

export type HeldReaction = Pick<ReactionRow, "userId" | "emoji" | "rev">;
export type HeldPin = Pick<PinRow, "messageId" | "seq" | "pinnedBy" | "rev">;

/** A message with the reactions to it: they are read, kept and let go together. Absent means none. */
export type HeldMessage = MessageRow & { reactions?: HeldReaction[]; tally?: HeldTally };
/** Of a post in a channel: counts in the place of reactions with names. */
export type HeldTally = Pick<OwnTally, "viewCount" | "reactions" | "mine">;

/** `held` has the stretches of seqs in which all of this thread is here, its root among them. */
export type HeldThread = { id: MessageId; held: SeqRange[] };

/** A conversation as this device knows it. */
export type LocalConversation = {
  id: ConversationId;
  row: ConversationRow;
  me: MemberRow;
  preview: MessageRow | null;
  otherId: UserId | null;
  /** Of the newest message, for the order of the list. */
  lastAt: Time;
  /** How far this device has copied the scope; 0 before the first pull. */
  cursor: number;
  /** The newest rev heard of. Behind while it is above the cursor. */
  headRev: number;
  held: SeqRange[];
  /** Stretches not held in which there is nothing for the timeline: all in them stands only in threads. */
  bare: SeqRange[];
  /** Threads of which more is held than lies in `held`; the last one opened comes last. */
  threads: HeldThread[];
  memberCount: number;
  pins: HeldPin[];
  /** Seqs of messages that mention this user, in order; those read meanwhile are left out when they are shown. */
  mentions?: number[];
  /** When it was last open here, by the device's clock: what is never opened is let go first. */
  openedAt: number;
  /** The server says that there is no such conversation for us. */
  isGone: boolean;
  /** The cursor before the first row of a kind this version does not know, and those kinds: read again after an update. */
  unknown: { from: number; kinds: string[] } | null;
};

export type StartPoint = { key: "start"; cursor: StartCursor };
export type ClockOffset = { key: "clock"; offset: number };

export const isLeft = (it: LocalConversation) => it.isGone || it.me.leftAt !== null;
export const isBehind = (it: LocalConversation) => !isLeft(it) && (it.cursor < it.headRev || it.cursor === 0);
