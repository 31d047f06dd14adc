import { directConversationId, limits, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

type Id = Awaited<ReturnType<typeof startGroup>>;
const pin = (user: { id: typeof alice.id }, conversationId: Id, messageId: MessageId, isPinned = true) =>
  app.as(user).messages.pin.mutate({ conversationId, messageId, isPinned });
const pull = (user: { id: typeof alice.id }, conversationId: Id, cursor = 0) =>
  app.as(user).sync.pull.query({ conversationId, cursor, holding: [] });
const pinnedFor = async (user: { id: typeof alice.id }, conversationId: Id) =>
  (await pull(user, conversationId)).changes.rows.pins?.map((it) => it.messageId);

test("[C12] what the owner pins is there for everyone, with a line that says so; twice is once", async () => {
  const group = await startGroup(app, alice, [bob]);
  const one = await say(app, bob, group, "Friday, 17:00");
  const two = await say(app, bob, group, "Room 4");

  const first = await pin(alice, group, one.messageId);
  expect(await pin(alice, group, one.messageId)).toEqual(first);
  await pin(alice, group, two.messageId);

  expect(await pinnedFor(bob, group)).toEqual([one.messageId, two.messageId]);
  const events = (await readAll(app, bob, group)).filter((it) => it.event?.type === "pinned");
  expect(events.map((it) => it.event)).toEqual([
    { type: "pinned", messageId: one.messageId },
    { type: "pinned", messageId: two.messageId },
  ]);
});

test("[C7] unpinned or deleted, it leaves the bar, and a device that had it is told", async () => {
  const group = await startGroup(app, alice, [bob]);
  const [one, two] = [await say(app, bob, group, "One"), await say(app, bob, group, "Two")];
  for (const { messageId } of [one, two]) await pin(alice, group, messageId);
  const cursor = (await pull(bob, group)).changes.rev;

  await pin(alice, group, one.messageId, false);
  await pin(alice, group, one.messageId, false);
  await app.as(bob).messages.delete.mutate({ conversationId: group, messageId: two.messageId });

  const { pins } = (await pull(bob, group, cursor)).changes.rows;
  expect(pins?.map((it) => [it.messageId, it.isRemoved])).toEqual([
    [one.messageId, true],
    [two.messageId, true],
  ]);
  expect(await pinnedFor(bob, group)).toEqual([]);
  await expectRefusal(pin(alice, group, two.messageId), "gone", "message_deleted");
});

test("in a group those who keep order pin; in a direct conversation both, unless one blocks the other", async () => {
  const group = await startGroup(app, alice, [bob, dana]);
  await app.as(alice).conversations.setRole.mutate({ conversationId: group, userId: dana.id, role: "moderator" });
  const { messageId } = await say(app, bob, group, "Mine");
  await expectRefusal(pin(bob, group, messageId), "not_allowed");
  await pin(dana, group, messageId);
  await expectRefusal(pin(bob, group, messageId, false), "not_allowed");

  const lunch = await directConversationId(alice.id, bob.id);
  const ramen = newId<MessageId>();
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: ramen, text: "Ramen?", to: bob.id });
  await pin(bob, lunch, ramen);
  await pin(alice, lunch, ramen, false);
  await app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value: true });
  await expectRefusal(pin(alice, lunch, ramen), "not_allowed");
  await app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value: null });
});

test("[C8] what was pinned before a member joined is not shown to them where history is hidden", async () => {
  const group = await startGroup(app, alice, [bob], { hidesHistory: true });
  const { messageId } = await say(app, alice, group, "Before Dana");
  await pin(alice, group, messageId);
  await app.as(alice).conversations.addMembers.mutate({ conversationId: group, userIds: [dana.id] });

  expect(await pinnedFor(dana, group)).toEqual([]);
  expect(await pinnedFor(bob, group)).toEqual([messageId]);
});

test("a conversation has so many pins and no more", async () => {
  const group = await startGroup(app, alice, []);
  const ids: MessageId[] = [];
  for (let i = 0; i <= limits.pins; i++) ids.push((await say(app, alice, group, `${i}`)).messageId);
  const rows = ids
    .slice(0, limits.pins)
    .map((id) => ({ message_id: id, conversation_id: group, pinned_by: alice.id, rev: 1 }));
  await app.db.insertInto("pins").values(rows).execute();

  await expectRefusal(pin(alice, group, ids.at(-1) as MessageId), "conflict", "too_many_pins");
});
