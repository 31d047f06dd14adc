import { type ConversationId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
let erin: { id: UserId };
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
  erin = await app.addUser("Erin");
  // Carol does not want it, Dana blocks Alice.
  await app.as(carol).sync.setOwn.mutate({ kind: "privacy", key: "groups", value: { who: "nobody" } });
  await app.as(dana).sync.setOwn.mutate({ kind: "block", key: alice.id, value: true });
});
afterAll(() => app.close());

const add = (conversationId: ConversationId, ...people: { id: UserId }[]) =>
  app.as(alice).conversations.addMembers.mutate({ conversationId, userIds: people.map((it) => it.id) });
const membersOf = async (conversationId: ConversationId) => {
  const { changes } = await app.as(alice).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  return changes.rows.members?.map((it) => it.userId);
};

test("of several people those who can be are added, and the others are named, never why", async () => {
  const conversationId = await startGroup(app, alice, []);
  const { notAdded } = await add(conversationId, bob, carol, dana);

  expect(notAdded).toEqual([carol.id, dana.id]);
  expect(await membersOf(conversationId)).toEqual(expect.arrayContaining([alice.id, bob.id]));
  expect(await membersOf(conversationId)).toHaveLength(2);
});

test("[S1] the same people added again are answered as the first time", async () => {
  const conversationId = await startGroup(app, alice, []);
  const [first, again] = [await add(conversationId, bob, carol), await add(conversationId, bob, carol)];
  expect(again).toEqual({ rev: first.rev, notAdded: first.notAdded });
});

test("who is banned is named among the others", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  await app.as(alice).conversations.ban.mutate({ conversationId, userId: bob.id, reason: "Spam" });
  expect((await add(conversationId, erin, bob, carol)).notAdded).toEqual([bob.id, carol.id]);
  expect((await add(conversationId, erin, bob)).notAdded).toEqual([bob.id]);
});

test("[S13] who blocks cannot be told from who does not want to be added", async () => {
  const conversationId = await startGroup(app, alice, []);
  const refusals = [];
  for (const person of [carol, dana]) {
    const refusal = await add(conversationId, person).catch((error: unknown) => error as { message: string });
    refusals.push("message" in refusal && refusal.message);
    await expectRefusal(add(conversationId, person), "not_allowed", "not_addable");
  }
  expect(refusals[0]).toBe(refusals[1]);
});

test("a new group begins without those who cannot be added, and names them, also when asked twice", async () => {
  const group = { conversationId: newId<ConversationId>(), title: "Trip", memberIds: [bob.id, carol.id, dana.id] };
  const create = () => app.as(alice).conversations.createGroup.mutate(group);
  expect((await create()).notAdded).toEqual([carol.id, dana.id]);
  await app.as(alice).conversations.removeMember.mutate({ conversationId: group.conversationId, userId: bob.id });
  expect((await create()).notAdded).toEqual([carol.id, dana.id]);
});
