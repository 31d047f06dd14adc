// @vitest-environment node
import { AppError, type ConversationId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { makeOutbox } from "../testing/scripted-outbox.ts";
import { memberEntries } from "../view/member-entries.ts";

const { alice, bob, carol } = cast;
const conversationId = newId<ConversationId>();

const groupOf = (userId: UserId) => ({
  conversation: { id: conversationId, kind: "group", rev: 1, lastSeq: 1 },
  me: { conversationId, userId, role: "owner", leftAt: null, readSeq: 0, deliveredSeq: 0, rev: 1 },
});

test("O11 of people added without a network, those the server could not add stay as a refused command", async () => {
  const outbox = await makeOutbox(() => ({ rev: 3, notAdded: [carol.id] }));
  await outbox.put({ type: "addMembers", input: { conversationId, userIds: [bob.id, carol.id] } });
  expect(memberEntries([], await outbox.waiting(), () => undefined)).toHaveLength(2);

  await outbox.flush();

  const left = await outbox.waiting();
  expect(left).toMatchObject([
    { type: "addMembers", state: "failed", input: { userIds: [carol.id] }, failure: { reason: "not_addable" } },
  ]);
  expect(memberEntries([], left, () => undefined)).toEqual([]);
});

test("O11 what is done in a new group does not wait for those who could not be added to it", async () => {
  const outbox = await makeOutbox(({ path }) => {
    if (path === "conversations.createGroup") return { ...groupOf(alice.id), notAdded: [carol.id] };
    return { seq: 2, rev: 2, createdAt: "2026-11-21T12:00:00.000Z" };
  });
  await outbox.put({ type: "createGroup", input: { conversationId, title: "Trip", memberIds: [bob.id, carol.id] } });
  await outbox.put({ type: "sendMessage", input: { conversationId, messageId: newId(), text: "Ferry at ten" } });

  await outbox.flush();

  expect(outbox.texts()).toEqual(["Ferry at ten"]);
  expect(await outbox.waiting()).toMatchObject([{ type: "addMembers", input: { userIds: [carol.id] } }]);
});

test("O11 adding people who were all added leaves nothing behind", async () => {
  const outbox = await makeOutbox(() => ({ rev: 3, notAdded: [] }));
  await outbox.put({ type: "addMembers", input: { conversationId, userIds: [bob.id] } });
  await outbox.flush();
  expect(await outbox.waiting()).toEqual([]);
});

test("O9 people who were all refused stay with the reason", async () => {
  const outbox = await makeOutbox(() => {
    throw new AppError("not_allowed", "not_addable", "You cannot add them to groups.");
  });
  await outbox.put({ type: "addMembers", input: { conversationId, userIds: [carol.id] } });
  await outbox.flush();
  expect(await outbox.waiting()).toMatchObject([{ state: "failed", failure: { reason: "not_addable" } }]);
});
