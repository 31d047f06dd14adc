// @vitest-environment node
import { type ConversationId, type MemberRow, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { makeOutbox } from "../testing/scripted-outbox.ts";
import { memberEntries } from "../view/member-entries.ts";
import type { Command } from "./command.ts";

const { alice, bob, carol, dana } = cast;
const conversationId = newId<ConversationId>();
const row = (userId: MemberRow["userId"], role: MemberRow["role"], rev = 1): MemberRow => ({
  conversationId,
  userId,
  role,
  leftAt: null,
  joinedAt: "2026-11-21T11:00:00.000Z",
  readSeq: 4,
  deliveredSeq: 4,
  rev,
});
const group = { conversation: { id: conversationId, kind: "group", rev: 1, lastSeq: 1 }, me: row(alice.id, "owner") };

/** Alice's device after she has made a group with Bob; it has not been sent its rows yet. */
async function newGroup(rev = 2) {
  const outbox = await makeOutbox(({ path }) => (path === "conversations.createGroup" ? group : { rev, notAdded: [] }));
  await outbox.put({ type: "createGroup", input: { conversationId, title: "Trip", memberIds: [bob.id, carol.id] } });
  const shown = async () => {
    const entries = memberEntries(await outbox.db.getAll("members"), await outbox.waiting(), () => undefined);
    return entries.map((it) => [it.userId, it.role]);
  };
  return { ...outbox, shown };
}

test("O6 who is in a new group stays in it until the server's rows come", async () => {
  const { shown, flush, waiting } = await newGroup();
  expect(await shown()).toEqual([
    [bob.id, "member"],
    [carol.id, "member"],
  ]);

  await flush();

  expect(await waiting()).toEqual([]);
  expect((await shown()).sort()).toEqual(
    [
      [alice.id, "owner"],
      [bob.id, "member"],
      [carol.id, "member"],
    ].sort(),
  );
});

const changes: [string, Command, [string, string][]][] = [
  [
    "added",
    { type: "addMembers", input: { conversationId, userIds: [dana.id] } },
    [
      [alice.id, "owner"],
      [bob.id, "member"],
      [carol.id, "member"],
      [dana.id, "member"],
    ],
  ],
  [
    "removed",
    { type: "removeMember", input: { conversationId, userId: bob.id } },
    [
      [alice.id, "owner"],
      [carol.id, "member"],
    ],
  ],
  [
    "banned",
    { type: "banMember", input: { conversationId, userId: bob.id, reason: "" } },
    [
      [alice.id, "owner"],
      [carol.id, "member"],
    ],
  ],
  [
    "given a role",
    { type: "setMemberRole", input: { conversationId, userId: bob.id, role: "moderator" } },
    [
      [alice.id, "owner"],
      [bob.id, "moderator"],
      [carol.id, "member"],
    ],
  ],
  [
    "made the owner",
    { type: "handOver", input: { conversationId, userId: bob.id } },
    [
      [alice.id, "admin"],
      [bob.id, "owner"],
      [carol.id, "member"],
    ],
  ],
];
test.each(changes)("O6 somebody %s stays so until the server's rows come", async (_, command, expected) => {
  const { put, shown, flush, waiting } = await newGroup();
  await flush();
  await put(command);
  const before = await shown();

  await flush();

  expect(await waiting()).toEqual([]);
  expect(await shown()).toEqual(before);
  expect(before.sort()).toEqual(expected.sort());
});

test("O6 what the server has said since is not undone by an older answer", async () => {
  const { put, shown, flush, db } = await newGroup(2);
  await flush();
  await db.put("members", row(bob.id, "admin", 3));
  await put({ type: "setMemberRole", input: { conversationId, userId: bob.id, role: "moderator" } });

  await flush();

  expect(await shown()).toContainEqual([bob.id, "admin"]);
});
