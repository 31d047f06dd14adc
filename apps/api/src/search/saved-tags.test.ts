import { type ConversationId, directConversationId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob } = cast;
let app: App;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob]);
  await say(app, bob, lunch, "Not ramen again, udon");
});
afterAll(() => app.close());

const find = async (user: { id: typeof alice.id }, query: string, more: { conversationId?: ConversationId } = {}) =>
  (await app.as(user).search.messages.query({ query, ...more })).messages.map((it) => it.text);

test("saved messages are found by their tags, by whoever gave them and nobody else", async () => {
  const [hers, his] = await Promise.all([alice, bob].map((user) => directConversationId(user.id, user.id)));
  const keep = async (user: { id: typeof alice.id }, conversationId: ConversationId, text: string, tags: string[]) => {
    const messageId = newId<MessageId>();
    const send = app.as(user).messages.send;
    const { seq } = await send.mutate({ conversationId, messageId, text, to: user.id });
    if (tags.length > 0) await app.as(user).sync.setOwn.mutate({ kind: "tag", key: messageId, value: { seq, tags } });
    return messageId;
  };
  const code = await keep(alice, hers!, "The door code is 4711", ["House", "To do"]);
  await keep(alice, hers!, "Buy tea #house", []);
  await keep(bob, his!, "The door code is 1234", ["house"]);

  expect(await find(alice, "#house")).toEqual(["Buy tea #house", "The door code is 4711"]);
  expect(await find(alice, "#hou*")).toEqual(["Buy tea #house", "The door code is 4711"]);
  expect(await find(alice, "#house door")).toEqual(["The door code is 4711"]);
  expect(await find(alice, "door -#house")).toEqual([]);
  expect(await find(alice, "is:saved -#house")).toEqual([]);
  expect(await find(alice, "#todo is:saved")).toEqual(["The door code is 4711"]);
  expect(await find(alice, "#house", { conversationId: lunch })).toEqual([]);
  expect(await find(bob, "#todo OR 4711")).toEqual([]);

  await app.as(alice).sync.setOwn.mutate({ kind: "tag", key: code, value: null });
  expect(await find(alice, "#house door")).toEqual([]);
});

test("a tag given to a message that is not saved finds nothing", async () => {
  const { messages } = await app.as(alice).search.messages.query({ query: "udon" });
  const [{ id: key, seq } = { id: "", seq: 0 }] = messages;
  await app.as(alice).sync.setOwn.mutate({ kind: "tag", key, value: { seq, tags: ["soup"] } });
  expect(await find(alice, "#soup")).toEqual([]);
});
