import type { ConversationId, ConversationRow, MemberRow, Person, UserId, UserRow } from "@parley/schema";
import { changedConversation } from "../outbox/changed-conversation.ts";
import type { Stored } from "../outbox/command.ts";
import { isLeft, type LocalConversation } from "../store/rows.ts";
import type { ConversationDetails, Draft, Pin } from "../types.ts";
import { placeOf } from "./about-people.ts";
import { organisedOf } from "./organised.ts";
import { ownValue } from "./own-value.ts";
import { timelineMessages } from "./timeline-messages.ts";

export type Known = {
  userId: UserId;
  people: ReadonlyMap<UserId, Person>;
  own: ReadonlyMap<string, UserRow>;
  /** Commands of this conversation, and the user's own, in order. */
  outbox: Stored[];
  now: number;
};

/** A conversation as the list shows it: the device's copy with what waits in the outbox already done. */
export function conversationEntry(
  id: ConversationId,
  local: LocalConversation | undefined,
  known: Known,
): ConversationDetails | undefined {
  const commands = known.outbox.filter((it) => "conversationId" in it.input && it.input.conversationId === id);
  const it = local ?? notYetThere(id, commands, known.userId);
  if (!it) return undefined;

  let { row } = it;
  let { readSeq, readReplies = 0 } = it.me;
  let hasLeft = isLeft(it);
  for (const command of commands) {
    if (command.state === "failed") continue;
    if (command.type === "updateConversation" || command.type === "setExpiry") row = changedConversation(row, command);
    if (command.type === "markRead") {
      readSeq = Math.max(readSeq, command.input.readSeq);
      readReplies = Math.max(readReplies, command.input.readReplies ?? 0);
    }
    if (command.type === "leave") hasLeft = true;
  }
  const newest =
    timelineMessages(it.preview ? [it.preview] : [], commands, known.userId, known.now, new WeakMap()).findLast(
      (message) => ownValue("hidden", `${id}:${message.id}`, known) === null,
    ) ?? null;
  const other = it.otherId ? known.people.get(it.otherId) : undefined;
  const place = placeOf(
    {
      otherId: row.kind === "direct" ? it.otherId : null,
      newestSeq: newest?.seq ?? null,
      isUnseen: Boolean(it.me.unseen),
    },
    known,
  );
  const lastAt = newest && newest.createdAt > it.lastAt ? newest.createdAt : it.lastAt;
  // What one writes oneself brings it back from the archive at once; what one cannot see, or stands only in a thread, never.
  const lastSeq = newest?.sendState === "pending" ? row.lastSeq + 1 : (it.preview?.seq ?? 0);
  return {
    id,
    kind: row.kind,
    title: row.kind === "direct" ? (other?.displayName ?? "") : row.kind === "saved" ? "" : row.title,
    otherId: it.otherId,
    avatarId: row.kind === "direct" ? (other?.avatarId ?? null) : row.avatarId,
    lastSeq: row.lastSeq,
    readSeq,
    unread:
      hasLeft || place !== "list"
        ? 0
        : Math.max(0, row.lastSeq - readSeq - unseenAfter(it.me, readSeq) - ((row.threadReplies ?? 0) - readReplies)),
    place,
    preview: newest,
    lastAt,
    me: it.me,
    isLeft: hasLeft,
    ...organisedOf(id, { lastSeq, lastAt, readSeq }, known),
    draft: draftOf(id, known),
    mentions: hasLeft ? [] : (it.mentions ?? []).filter((seq) => seq > readSeq),
    pins: pinsOf(it, commands, known.userId),
    memberCount: row.memberCount || it.memberCount || (row.kind === "direct" ? 2 : 1),
    description: row.description,
    hidesHistory: row.hidesHistory,
    settings: row.settings,
    requestCount: row.requestCount ?? 0,
    address: row.address,
    isVerified: row.isVerified,
  };
}

/** How many of what is beyond the read mark this user cannot see, and so has not to read. */
function unseenAfter({ unseen = [] }: MemberRow, readSeq: number): number {
  return unseen.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, readSeq + 1) + 1), 0);
}

/** What is pinned, in the order of the conversation, with what waits in the outbox done. */
function pinsOf(it: LocalConversation, commands: Stored[], userId: UserId): Pin[] {
  const pins = new Map(it.pins.map(({ messageId: id, seq, pinnedBy }) => [id, { id, seq, pinnedBy }]));
  for (const { type, state, input } of commands) {
    if (type !== "pinMessage" || state === "failed") continue;
    if (!input.isPinned) pins.delete(input.messageId);
    else if (!pins.has(input.messageId)) pins.set(input.messageId, { id: input.messageId, seq: 0, pinnedBy: userId });
  }
  const place = (pin: Pin) => pin.seq || Number.MAX_SAFE_INTEGER;
  return [...pins.values()].sort((a, b) => place(a) - place(b));
}

function draftOf(id: ConversationId, known: Known): Draft | null {
  const value = ownValue("draft", id, known);
  return typeof value === "object" && value !== null && "text" in value ? { ...(value as Draft) } : null;
}

/** A group or a first message that the server has not heard of yet. */
function notYetThere(id: ConversationId, commands: Stored[], userId: UserId): LocalConversation | undefined {
  for (const command of commands) {
    if (command.type === "createGroup") {
      const {
        kind = "group",
        title,
        description = "",
        avatarId = null,
        hidesHistory = false,
        memberIds,
      } = command.input;
      return imagined(
        id,
        userId,
        command.at,
        { kind, title, description, avatarId, hidesHistory },
        null,
        memberIds.length + 1,
      );
    }
    if (command.type === "sendMessage" && command.input.to) {
      const isSaved = command.input.to === userId;
      const row = {
        kind: isSaved ? "saved" : "direct",
        title: "",
        description: "",
        avatarId: null,
        hidesHistory: false,
      } as const;
      return imagined(id, userId, command.at, row, isSaved ? null : command.input.to, isSaved ? 1 : 2);
    }
  }
  return undefined;
}

type Looks = Pick<ConversationRow, "kind" | "title" | "description" | "avatarId" | "hidesHistory">;

function imagined(
  id: ConversationId,
  userId: UserId,
  at: string,
  looks: Looks,
  otherId: UserId | null,
  memberCount: number,
): LocalConversation {
  const me: MemberRow = {
    conversationId: id,
    userId,
    role: looks.kind === "group" || looks.kind === "channel" ? "owner" : "member",
    leftAt: null,
    joinedAt: at,
    readSeq: 0,
    deliveredSeq: 0,
    rev: 0,
  };
  const row: ConversationRow = { id, ...looks, settings: {}, createdAt: at, rev: 0, lastSeq: 0 };
  return {
    id,
    row,
    me,
    preview: null,
    otherId,
    lastAt: at,
    cursor: 0,
    headRev: 0,
    held: [],
    bare: [],
    threads: [],
    memberCount,
    pins: [],
    openedAt: 0,
    isGone: false,
    unknown: null,
  };
}
