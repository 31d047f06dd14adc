import { directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { befriend } from "../testing/befriend.ts";
import { expectRefusal } from "../testing/errors.ts";
import { say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
type User = { id: UserId };
type In = Awaited<ReturnType<typeof startGroup>>;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

const mark = (user: User, conversationId: In, marks: { readSeq?: number; deliveredSeq?: number }) =>
  app.as(user).sync.mark.mutate({ marks: [{ conversationId, ...marks }] });
const reachedBy = (user: User, conversationId: In, messageId: MessageId) =>
  app.as(user).messages.reached.query({ conversationId, messageId });
const isNow = (from: number) => (at: string | null) =>
  at !== null && Date.parse(at) >= from - 1_000 && Date.parse(at) <= Date.now() + 1_000;

test("Alice sees when her message reached Bob and when he read it, and later marks change nothing of that", async () => {
  const group = await startGroup(app, alice, [bob, dana]);
  const { messageId, seq } = await say(app, alice, group, "Ramen?");
  const from = Date.now();
  await mark(bob, group, { deliveredSeq: seq });
  const [received] = await reachedBy(alice, group, messageId);
  expect(received).toEqual({ userId: bob.id, deliveredAt: expect.toSatisfy(isNow(from)) });

  await mark(bob, group, { readSeq: seq });
  const first = await reachedBy(alice, group, messageId);
  expect(first).toEqual([{ ...received, read: { at: expect.toSatisfy(isNow(from)) } }]);

  for (let i = 0; i < 10; i++) await mark(bob, group, { readSeq: (await say(app, alice, group, `${i}`)).seq });
  expect(await reachedBy(alice, group, messageId)).toEqual(first);
});

test("who answers without having been seen to read has read just then", async () => {
  const group = await startGroup(app, alice, [bob]);
  const { messageId } = await say(app, alice, group, "Ramen?");
  await say(app, bob, group, "Yes");
  expect(await reachedBy(alice, group, messageId)).toMatchObject([
    { userId: bob.id, deliveredAt: expect.any(String), read: { at: expect.any(String) } },
  ]);
});

test("what was read so long ago that it is forgotten is read all the same", async () => {
  const group = await startGroup(app, alice, [bob]);
  const { messageId, seq } = await say(app, alice, group, "Ramen?");
  await mark(bob, group, { readSeq: seq });
  for (let i = 0; i < 26; i++) await mark(bob, group, { readSeq: (await say(app, alice, group, `${i}`)).seq });
  expect(await reachedBy(alice, group, messageId)).toEqual([{ userId: bob.id, deliveredAt: null, read: { at: null } }]);
});

test("of a reply that stands only in a thread it is told whom it reached, not who read it", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  const messageId = newId<MessageId>();
  const input = { conversationId: group, messageId, text: "At noon", threadId: root.messageId };
  const { seq } = await app.as(alice).messages.send.mutate(input);
  await mark(bob, group, { readSeq: seq });
  expect(await reachedBy(alice, group, messageId)).toEqual([{ userId: bob.id, deliveredAt: expect.any(String) }]);
});

test("whose receipts are off is told to have received it, and outsiders learn nothing", async () => {
  await befriend(app, alice, bob);
  const lunch = await directConversationId(alice.id, bob.id);
  const messageId = newId<MessageId>();
  const value = { who: "nobody", always: [], never: [] };
  await app.as(bob).sync.setOwn.mutate({ kind: "privacy", key: "receipts", value });
  const { seq } = await app
    .as(alice)
    .messages.send.mutate({ conversationId: lunch, messageId, text: "Ramen?", to: bob.id });
  await mark(bob, lunch, { readSeq: seq });
  expect(await reachedBy(alice, lunch, messageId)).toEqual([{ userId: bob.id, deliveredAt: expect.any(String) }]);
  await expectRefusal(reachedBy(carol, lunch, messageId), "not_found");
});
