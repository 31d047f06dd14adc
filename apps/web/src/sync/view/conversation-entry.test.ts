import {
  type ConversationId,
  type MessageId,
  type MessageRow,
  newId,
  organisingKey,
  type UserRow,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import type { LocalConversation } from "../store/rows.ts";
import { conversationEntry, type Known } from "./conversation-entry.ts";

const { alice, bob } = cast;
const id = newId<ConversationId>();
const at = "2026-11-21T09:41:00.000Z";
const preview: MessageRow = {
  ...{ id: newId<MessageId>(), conversationId: id, seq: 7, rev: 7, senderId: bob.id, kind: "text", text: "Ramen?" },
  ...{ event: null, replyToId: null, createdAt: at, editedAt: null, deletedAt: null, expiresAt: null },
};
const row = { id, kind: "group", title: "Lunch", description: "", avatarId: null, hidesHistory: false } as const;
const local = (lastSeq: number, newest = preview): LocalConversation => ({
  id,
  row: { ...row, settings: {}, createdAt: at, rev: lastSeq, lastSeq, threadReplies: lastSeq - newest.seq },
  me: {
    ...{ conversationId: id, userId: alice.id, role: "member", leftAt: null, joinedAt: at },
    ...{ readSeq: 7, deliveredSeq: 7, rev: 1 },
  },
  preview: newest,
  ...{ otherId: null, lastAt: newest.createdAt, cursor: lastSeq, headRev: lastSeq, held: [], bare: [], threads: [] },
  ...{ memberCount: 2, pins: [], openedAt: 0, isGone: false, unknown: null },
});
const archived: UserRow = { kind: "organising", key: organisingKey(id, "archive"), value: 7, rev: 1 };
const known: Known = {
  userId: alice.id,
  people: new Map(),
  own: new Map([[`${archived.kind}:${archived.key}`, archived]]),
  outbox: [],
  now: Date.parse(at),
};

test("a reply that stands only in a thread does not bring a chat back from the archive, and is not unread there", () => {
  expect(conversationEntry(id, local(9), known)).toMatchObject({ isArchived: true, unread: 0, lastSeq: 9 });
});

test("a new message brings it back", () => {
  const later = { ...preview, id: newId<MessageId>(), seq: 8, createdAt: "2026-11-21T09:42:00.000Z" };
  expect(conversationEntry(id, local(9, later), known)).toMatchObject({ isArchived: false, unread: 1 });
});
