import { type ConversationId, limits, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("a group begins with its creator as owner, its members, and the news that it was created", async () => {
  const conversationId = newId<ConversationId>();
  const input = { conversationId, title: "  Lunch   club ", memberIds: [bob.id, dana.id, alice.id] };

  const head = await app.as(alice).conversations.createGroup.mutate(input);
  const again = await app.as(alice).conversations.createGroup.mutate(input);

  expect(again).toEqual(head);
  expect(head).toMatchObject({
    conversation: { title: "Lunch club", kind: "group", lastSeq: 1, rev: 1 },
    me: { role: "owner", readSeq: 1 },
    preview: { kind: "event", event: { type: "created" } },
  });
  const { changes } = await app.as(bob).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  expect(changes.rows.members?.map((it) => [it.userId, it.role]).sort()).toEqual(
    [
      [alice.id, "owner"],
      [bob.id, "member"],
      [dana.id, "member"],
    ].sort(),
  );
});

test("someone else's group cannot be taken over by its id", async () => {
  const conversationId = await startGroup(app, alice, [bob]);

  await expectRefusal(
    app.as(carol).conversations.createGroup.mutate({ conversationId, title: "Mine", memberIds: [] }),
    "conflict",
  );
});

test("an admin renames the group, a member may not, and everyone reads what it was called", async () => {
  const conversationId = await startGroup(app, alice, [bob, dana]);
  await app.as(alice).conversations.setRole.mutate({ conversationId, userId: dana.id, role: "admin" });

  await app.as(dana).conversations.update.mutate({ conversationId, title: "Supper" });
  await expectRefusal(app.as(bob).conversations.update.mutate({ conversationId, title: "Mine" }), "not_allowed");

  const messages = await readAll(app, bob, conversationId);
  expect(messages.map((it) => it.event)).toEqual([
    { type: "created" },
    { type: "role", userId: dana.id, role: "admin" },
    { type: "title", title: "Supper" },
  ]);
});

test("nobody gives or takes a role that is not below their own", async () => {
  const conversationId = await startGroup(app, alice, [bob, dana]);
  const setRole = (user: { id: UserId }, userId: UserId, role: "admin" | "moderator" | "member") =>
    app.as(user).conversations.setRole.mutate({ conversationId, userId, role });
  await setRole(alice, dana.id, "admin");

  await setRole(dana, bob.id, "moderator");
  await expectRefusal(setRole(dana, bob.id, "admin"), "not_allowed");
  await expectRefusal(setRole(dana, alice.id, "member"), "not_allowed");
  await expectRefusal(setRole(bob, dana.id, "member"), "not_allowed");
  await expectRefusal(
    app.as(bob).conversations.removeMember.mutate({ conversationId, userId: dana.id }),
    "not_allowed",
  );
});

test("the owner hands over before leaving; leaving twice is leaving once", async () => {
  const conversationId = await startGroup(app, alice, [bob]);

  await expectRefusal(app.as(alice).conversations.leave.mutate({ conversationId }), "conflict", "owner_must_hand_over");
  await app.as(alice).conversations.handOver.mutate({ conversationId, userId: bob.id });
  await app.as(alice).conversations.handOver.mutate({ conversationId, userId: bob.id });
  await app.as(alice).conversations.leave.mutate({ conversationId });
  await app.as(alice).conversations.leave.mutate({ conversationId });

  const { changes } = await app.as(bob).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  expect(changes.rows.members).toMatchObject([
    { userId: bob.id, role: "owner" },
    { userId: alice.id, leftAt: expect.any(String) },
  ]);
});

test("a new member sees what was before, unless the group hides it", async () => {
  const [open, hiding] = [
    await startGroup(app, alice, [bob]),
    await startGroup(app, alice, [bob], { hidesHistory: true }),
  ];
  for (const conversationId of [open, hiding]) {
    await say(app, bob, conversationId, "Before");
    await app.as(alice).conversations.addMembers.mutate({ conversationId, userIds: [carol.id] });
    await say(app, bob, conversationId, "After");
  }

  expect(textsOf(await readAll(app, carol, open))).toEqual(["Before", "After"]);
  expect(textsOf(await readAll(app, carol, hiding))).toEqual(["After"]);
  const { heads } = await app.as(carol).sync.start.query({ cursor: null });
  expect(heads.find((it) => it.conversation.id === open)).toMatchObject({
    me: { readSeq: 2 },
    conversation: { lastSeq: 4 },
  });
});

test("[C8] [F18] who was removed and added again reads nothing of the time between", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  await say(app, alice, conversationId, "One");
  await app.as(alice).conversations.removeMember.mutate({ conversationId, userId: bob.id });
  const between = await say(app, alice, conversationId, "Secret");
  await app.as(alice).conversations.addMembers.mutate({ conversationId, userIds: [bob.id] });
  await say(app, alice, conversationId, "Two");

  expect(textsOf(await readAll(app, bob, conversationId))).toEqual(["One", "Two"]);
  const pulled = await app.as(bob).sync.pull.query({ conversationId, cursor: 0, holding: [{ from: 1, to: 99 }] });
  expect(textsOf(pulled.changes.rows.messages ?? [])).toEqual(["One", "Two"]);
  const around = await app.as(bob).messages.around.query({ conversationId, seq: between.seq, limit: 10 });
  expect(textsOf(around.messages)).toEqual(["One", "Two"]);
  await expectRefusal(
    app.as(bob).messages.versions.query({ conversationId, messageId: between.messageId }),
    "not_found",
  );
});

test("[S8] [F16] a removed member's waiting sends are refused, and their device learns that it is over", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const { cursor } = await app.as(bob).sync.start.query({ cursor: null });
  await app.as(alice).conversations.removeMember.mutate({ conversationId, userId: bob.id });
  await say(app, alice, conversationId, "Without Bob");

  await expectRefusal(say(app, bob, conversationId, "Still here?"), "not_found");
  await expectRefusal(app.as(bob).sync.pull.query({ conversationId, cursor: 0, holding: [] }), "not_found");
  const { heads } = await app.as(bob).sync.start.query({ cursor });
  expect(heads.find((it) => it.conversation.id === conversationId)).toMatchObject({
    conversation: { lastSeq: 1 },
    me: { leftAt: expect.any(String) },
    preview: { event: { type: "created" } },
  });
  const whole = await app.as(bob).sync.start.query({ cursor: null });
  expect(whole.heads.map((it) => it.conversation.id)).not.toContain(conversationId);
});

test("a group takes 256 members and no more", async () => {
  const conversationId = await startGroup(app, alice, []);
  const others = await Promise.all(Array.from({ length: limits.groupMembers }, (_, n) => app.addUser(`Crowd${n}`)));
  const add = (from: number, to: number) =>
    app
      .as(alice)
      .conversations.addMembers.mutate({ conversationId, userIds: others.slice(from, to).map((it) => it.id) });
  await add(0, 100);
  await add(100, 200);

  await expectRefusal(add(200, 256), "conflict", "group_full");
  await add(200, 255);
  await expectRefusal(add(255, 256), "conflict", "group_full");
});

test("[S13] who blocks Alice cannot be added by her, like who wants no groups and who is not there", async () => {
  const erin = await app.addUser("Erin");
  await app.as(erin).sync.setOwn.mutate({ kind: "block", key: alice.id, value: true });
  const conversationId = await startGroup(app, alice, [bob, erin]);

  const { changes } = await app.as(alice).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  expect(changes.rows.members?.map((it) => it.userId)).not.toContain(erin.id);
  await expectRefusal(
    app.as(alice).conversations.addMembers.mutate({ conversationId, userIds: [erin.id] }),
    "not_allowed",
    "not_addable",
  );
});
