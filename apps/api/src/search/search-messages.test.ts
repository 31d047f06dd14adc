import { type ConversationId, directConversationId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol } = cast;
let app: App;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob], { title: "Lunch club" });
  for (const [user, text] of [
    [alice, "Ramen at noon by the river?"],
    [bob, "Not ramen again, udon"],
    [alice, "Hẹn gặp ở Đà Nẵng nhé"],
    [bob, "ذهبت إلى المكتبة أمس"],
    [alice, "東京タワーへ行く"],
    [bob, "The menu: https://example.org/menu #Noodles"],
    [alice, "See you, see you at noon"],
  ] as const)
    await say(app, user, lunch, text);
});
afterAll(() => app.close());

const find = async (user: { id: typeof alice.id }, query: string, more: { conversationId?: ConversationId } = {}) =>
  (await app.as(user).search.messages.query({ query, ...more })).messages.map((it) => it.text);

test.each([
  ["ramen", ["Not ramen again, udon", "Ramen at noon by the river?"]],
  ["ramen -udon", ["Ramen at noon by the river?"]],
  ["udon OR river", ["Not ramen again, udon", "Ramen at noon by the river?"]],
  ["ra* noon ", ["Ramen at noon by the river?"]],
  ['"see you at"', ["See you, see you at noon"]],
  ['"you at see"', []],
  ["da nang", ["Hẹn gặp ở Đà Nẵng nhé"]],
  ["مكتبة", ["ذهبت إلى المكتبة أمس"]],
  ["タワー", ["東京タワーへ行く"]],
  ["京", ["東京タワーへ行く"]],
  ["#noodles", ["The menu: https://example.org/menu #Noodles"]],
  ["has:link", ["The menu: https://example.org/menu #Noodles"]],
  ["from:bob ramen", ["Not ramen again, udon"]],
  ["from:alice noon", ["See you, see you at noon", "Ramen at noon by the river?"]],
  ["from:me noon", []],
  ["from:me udon", ["Not ramen again, udon"]],
  ["from:nobody ramen", []],
  ["in:lunch udon", ["Not ramen again, udon"]],
  ["in:supper udon", []],
  ["on:today udon", ["Not ramen again, udon"]],
  ["before:today udon", []],
  ["after:yesterday udon", ["Not ramen again, udon"]],
  ["is:saved ramen", []],
  ["", []],
])("Bob looks for %s", async (query, texts) => {
  expect(await find(bob, query)).toEqual(texts);
  expect(await find(bob, query, { conversationId: lunch })).toEqual(texts);
});

test("what is pinned is found, with words and without", async () => {
  const pinned = await say(app, alice, lunch, "The door code is 4711");
  await app.as(alice).messages.pin.mutate({ conversationId: lunch, messageId: pinned.messageId, isPinned: true });
  expect(await find(bob, "is:pinned")).toEqual(["The door code is 4711"]);
  expect(await find(bob, "code is:pinned")).toEqual(["The door code is 4711"]);
  expect(await find(bob, "code -is:pinned")).toEqual([]);
});

test("an edited message is found by what it says now, a deleted one no more", async () => {
  const { messageId } = await say(app, alice, lunch, "Pizza on Friday");
  const at = { conversationId: lunch, messageId };
  await app.as(alice).messages.edit.mutate({ ...at, text: "Curry on Friday" });
  expect(await find(bob, "pizza")).toEqual([]);
  expect(await find(bob, "curry")).toEqual(["Curry on Friday"]);

  await app.as(alice).messages.delete.mutate(at);
  expect(await find(bob, "curry")).toEqual([]);
  expect(await wordsOf(messageId)).toEqual([]);
});

test("an expired message is found no more, and once it is erased no word of it is left", async () => {
  const { messageId } = await say(app, alice, lunch, "Between you and me: anchovies");
  await sql`update messages set expires_at = now() - interval '1 second' where id = ${messageId}`.execute(app.db);
  expect(await find(bob, "anchovies")).toEqual([]);
  await sql`update messages set deleted_at = now(), text = '' where id = ${messageId}`.execute(app.db);
  expect(await wordsOf(messageId)).toEqual([]);
});

test("an outsider finds nothing, and a member only what they may read", async () => {
  const secret = await startGroup(app, alice, [bob], { title: "Secret", hidesHistory: true });
  await say(app, alice, secret, "Marzipan before Carol came");
  expect(await find(carol, "marzipan")).toEqual([]);
  expect(await find(carol, "marzipan", { conversationId: secret })).toEqual([]);

  await app.as(alice).conversations.addMembers.mutate({ conversationId: secret, userIds: [carol.id] });
  await say(app, alice, secret, "Marzipan while Carol is here");
  expect(await find(carol, "marzipan")).toEqual(["Marzipan while Carol is here"]);

  await app.as(alice).conversations.removeMember.mutate({ conversationId: secret, userId: carol.id });
  expect(await find(carol, "marzipan")).toEqual([]);
  expect(await find(bob, "marzipan")).toHaveLength(2);
});

test("what one has saved is found among it", async () => {
  const saved = await directConversationId(alice.id, alice.id);
  const note = { conversationId: saved, messageId: newId<never>(), text: "Umbrella is at the office", to: alice.id };
  await app.as(alice).messages.send.mutate(note);
  expect(await find(alice, "is:saved")).toEqual(["Umbrella is at the office"]);
  expect(await find(alice, "in:saved umbrella")).toEqual(["Umbrella is at the office"]);
  expect(await find(bob, "umbrella")).toEqual([]);
});

test("the next page goes on after the last one, also when new messages have come", async () => {
  const long = await startGroup(app, alice, [], { title: "Numbers" });
  for (let n = 1; n <= 7; n++) await say(app, alice, long, `number ${n}`);
  const page = (after?: never) => app.as(alice).search.messages.query({ query: "number", limit: 3, after });

  const first = await page();
  await say(app, alice, long, "number 8");
  const second = await page(first.messages.at(-1)?.id as never);
  const third = await page(second.messages.at(-1)?.id as never);

  const texts = [first, second, third].flatMap((it) => it.messages.map((message) => message.text));
  expect(texts).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `number ${n}`));
  expect([first.more, second.more, third.more]).toEqual([true, true, false]);
});

const wordsOf = async (id: string) =>
  (await sql`select words from message_words where message_id = ${id}`.execute(app.db)).rows;
