import { type ConversationId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
beforeEach(async () => {
  lunch = await startGroup(app, dana, [alice, bob]);
});
afterAll(() => app.close());

const lastOf = async (user: { id: UserId } = alice) => (await readAll(app, user, lunch)).at(-1);
const nameOf = async (user: { id: UserId }) => (await app.as(user).accounts.me.query()).person.username;
const mentionsFor = async (user: { id: UserId }) => {
  const { heads } = await app.as(user).sync.start.query({ cursor: null });
  return heads.find((head) => head.conversation.id === lunch)?.mentions;
};

test("who is mentioned is a member, whatever the letters' case, and nobody else", async () => {
  const [bobs, carols] = [await nameOf(bob), await nameOf(carol)];
  await say(
    app,
    alice,
    lunch,
    `Hello @${bobs.toUpperCase()}, @${carols} and @nobody.here, not \`@${await nameOf(dana)}\``,
  );
  expect((await lastOf())?.mentions).toEqual([{ userId: bob.id, username: bobs }]);
});

test("a message that was edited mentions whom it names now", async () => {
  const { messageId } = await say(app, alice, lunch, `@${await nameOf(bob)}?`);
  const text = `@${await nameOf(dana)}!`;
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId, text });
  expect((await lastOf())?.mentions?.map((it) => it.userId)).toEqual([dana.id]);
  expect(await mentionsFor(bob)).toBeUndefined();
  await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });
  expect((await lastOf())?.mentions).toBeUndefined();
});

test("@everyone is only text from who may not say it", async () => {
  await say(app, alice, lunch, "@everyone lunch!");
  expect((await lastOf())?.mentionsAll).toBeUndefined();
  await say(app, dana, lunch, "@everyone lunch!");
  expect((await lastOf())?.mentionsAll).toBe(true);
  await app.as(dana).conversations.update.mutate({ conversationId: lunch, settings: { whoMayMentionAll: "member" } });
  await say(app, alice, lunch, "@everyone dinner!");
  expect((await lastOf())?.mentionsAll).toBe(true);
});

test("a head names the unread messages that mention its member, until they are read", async () => {
  await say(app, alice, lunch, "Anyone?");
  const first = await say(app, alice, lunch, `@${await nameOf(bob)}?`);
  await say(app, alice, lunch, `@${await nameOf(dana)}?`);
  const all = await say(app, dana, lunch, "@everyone: lunch!");
  expect(await mentionsFor(bob)).toEqual([first.seq, all.seq]);
  expect(await mentionsFor(dana)).toBeUndefined();
  await app.as(bob).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq: all.seq, deliveredSeq: all.seq }] });
  expect(await mentionsFor(bob)).toBeUndefined();
});

test("who blocked the writer is not called by them", async () => {
  await app.as(bob).sync.setOwn.mutate({ kind: "block", key: alice.id, value: true });
  await say(app, alice, lunch, `@${await nameOf(bob)}?`);
  expect(await mentionsFor(bob)).toBeUndefined();
  await app.as(bob).sync.setOwn.mutate({ kind: "block", key: alice.id, value: null });
});

test("a group one is not in says nothing of who is in it", async () => {
  const messageId = newId<never>();
  await expect(
    app.as(carol).messages.send.mutate({ conversationId: lunch, messageId, text: `@${await nameOf(bob)}` }),
  ).rejects.toMatchObject({ message: expect.any(String) });
});
