import { type ConversationId, directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { befriend } from "../testing/befriend.ts";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
type User = { id: UserId };
let app: App;
let ahead = 0;
beforeAll(async () => {
  app = await startApp({ now: () => new Date(Date.now() + ahead) });
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

async function answer(
  user: User,
  conversationId: ConversationId,
  threadId: MessageId,
  text: string,
  more: { isInTimeline?: true; expiresAfter?: number } = {},
) {
  const messageId = newId<MessageId>();
  const input = { conversationId, messageId, text, threadId, ...more };
  return { messageId, ...(await app.as(user).messages.send.mutate(input)) };
}
const pageOf = (user: User, conversationId: ConversationId, threadId: MessageId, seq = 1_000) =>
  app.as(user).messages.before.query({ conversationId, threadId, seq });
const headOf = async (user: User, id: ConversationId) =>
  (await app.as(user).sync.start.query({ cursor: null })).heads.find((it) => it.conversation.id === id)!;
const unreadOf = async (user: User, id: ConversationId) => {
  const { conversation, me } = await headOf(user, id);
  const unseen = (me.unseen ?? []).reduce((sum, it) => sum + it.to - it.from + 1, 0);
  return conversation.lastSeq - me.readSeq - unseen - ((conversation.threadReplies ?? 0) - (me.readReplies ?? 0));
};
const followed = async (user: User, threadId: MessageId) =>
  (await app.as(user).sync.start.query({ cursor: null })).user.rows.own?.filter(
    (it) => it.kind === "thread" && it.key === threadId,
  );

test("[C23] replies in a thread are messages of the conversation, and their root tells of them", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  const one = await answer(bob, group, root.messageId, "Yes");
  const two = await answer(alice, group, root.messageId, "At noon", { isInTimeline: true });
  await answer(bob, group, root.messageId, "Fine");

  const messages = await readAll(app, bob, group);
  expect(messages.map((it) => it.seq)).toEqual([1, 2, 3, 4, 5]);
  expect(messages[1]?.thread).toMatchObject({ replyCount: 3, sentCount: 3, replierIds: [bob.id, alice.id] });
  expect(messages[2]).toMatchObject({ id: one.messageId, threadId: root.messageId });
  expect(messages[2]).not.toHaveProperty("isInTimeline");
  expect(messages[3]).toMatchObject({ id: two.messageId, threadId: root.messageId, isInTimeline: true });

  const page = await pageOf(bob, group, root.messageId);
  expect(page.messages.map((it) => it.text)).toEqual(["Ramen?", "Yes", "At noon", "Fine"]);
  expect(page.covers).toEqual({ from: 1, to: 5 });
});

test("[C23] a reply that stands only in a thread leaves the conversation read, and its preview as it was", async () => {
  const group = await startGroup(app, alice, [bob, dana]);
  const root = await say(app, alice, group, "Ramen?");
  await app.as(bob).sync.mark.mutate({ marks: [{ conversationId: group, readSeq: root.seq }] });
  expect(await unreadOf(bob, group)).toBe(0);

  for (const text of ["One", "Two", "Three"]) await answer(alice, group, root.messageId, text);
  expect(await unreadOf(bob, group)).toBe(0);
  expect((await headOf(bob, group)).preview?.text).toBe("Ramen?");

  const later = await say(app, alice, group, "Or udon?");
  await answer(alice, group, root.messageId, "Both", { isInTimeline: true });
  expect(await unreadOf(bob, group)).toBe(2);
  await app.as(bob).sync.mark.mutate({ marks: [{ conversationId: group, readSeq: later.seq }] });
  expect(await unreadOf(bob, group)).toBe(1);
  // Dana, who never read a thing: how the group began, the two messages and the shared reply.
  expect(await unreadOf(dana, group)).toBe(4);
});

test("who writes in a thread has not read the conversation by that", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  await say(app, alice, group, "Anybody?");
  await answer(bob, group, root.messageId, "Me");
  expect(await unreadOf(bob, group)).toBe(3);
});

test("the author of the root and whoever answers follow the thread, once; what they chose stands", async () => {
  const group = await startGroup(app, alice, [bob, dana]);
  const root = await say(app, alice, group, "Ramen?");
  const first = await answer(bob, group, root.messageId, "Yes");
  const mine = { conversationId: group, follows: true };
  await expect.poll(() => followed(bob, root.messageId)).toHaveLength(1);
  expect(await followed(alice, root.messageId)).toEqual([
    expect.objectContaining({ key: root.messageId, value: { ...mine, readSeq: root.seq, readCount: 0 } }),
  ]);
  expect(await followed(bob, root.messageId)).toEqual([
    expect.objectContaining({ key: root.messageId, value: { ...mine, readSeq: first.seq, readCount: 1 } }),
  ]);
  expect(await followed(dana, root.messageId)).toEqual([]);

  const value = { ...mine, follows: false, readSeq: first.seq, readCount: 1 };
  await app.as(alice).sync.setOwn.mutate({ kind: "thread", key: root.messageId, value });
  await answer(bob, group, root.messageId, "Still");
  expect((await followed(alice, root.messageId))?.[0]?.value).toEqual(value);
});

test("a deleted reply is counted out, and a deleted root keeps its thread", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  const one = await answer(bob, group, root.messageId, "Yes");
  await answer(alice, group, root.messageId, "Noon");
  const rootOf = async () => (await pageOf(bob, group, root.messageId)).messages[0];

  await app.as(bob).messages.delete.mutate({ conversationId: group, messageId: one.messageId });
  expect((await rootOf())?.thread).toMatchObject({ replyCount: 1, sentCount: 2, replierIds: [alice.id] });

  await app.as(alice).messages.delete.mutate({ conversationId: group, messageId: root.messageId });
  expect(await rootOf()).toMatchObject({ text: "", thread: { replyCount: 1 } });
  await answer(bob, group, root.messageId, "Where is it?");
  expect((await rootOf())?.thread).toMatchObject({ replyCount: 2, sentCount: 3 });
});

test("[C23] replies that disappear are counted out of their thread, and everyone hears of it", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  await answer(bob, group, root.messageId, "Yes");
  for (const text of ["The code is 4711", "Or 4712"])
    await answer(alice, group, root.messageId, text, { expiresAfter: 3_600 });
  const { changes } = await app.as(bob).sync.pull.query({ conversationId: group, cursor: 0, holding: [] });

  ahead = 3_601_000;
  await app.runJob("erase-expired");
  const [counted] = (await pageOf(bob, group, root.messageId)).messages;
  const holding = [{ from: 1, to: 9 }];
  const told = await app.as(bob).sync.pull.query({ conversationId: group, cursor: changes.rev, holding });
  ahead = 0;

  expect(counted?.thread).toMatchObject({ replyCount: 1, sentCount: 3, replierIds: [bob.id] });
  expect(told.changes.rows.messages).toEqual([
    expect.objectContaining({ id: root.messageId, thread: counted?.thread }),
  ]);
});

test("[S13] what a blocked person answers in a thread is neither counted nor unread for who blocks them", async () => {
  await befriend(app, alice, bob);
  const lunch = await directConversationId(alice.id, bob.id);
  await app.as(bob).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Hi", to: alice.id });
  const root = await say(app, alice, lunch, "Ramen?");
  const block = (value: true | null) => app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value });
  const rootFor = async (user: User) => (await pageOf(user, lunch, root.messageId)).messages[0]?.thread;
  await block(true);
  await answer(bob, lunch, root.messageId, "Let me in");
  await answer(bob, lunch, root.messageId, "Please");

  expect(await rootFor(bob)).toMatchObject({ replyCount: 2, sentCount: 2, replierIds: [bob.id] });
  expect(await rootFor(alice)).toMatchObject({ replyCount: 0, sentCount: 0, replierIds: [] });
  expect((await headOf(alice, lunch)).preview?.thread).toMatchObject({ replyCount: 0 });
  expect(await followed(alice, root.messageId)).toEqual([]);
  expect(await unreadOf(alice, lunch)).toBe(0);

  await block(null);
  await say(app, bob, lunch, "There you are");
  await answer(bob, lunch, root.messageId, "At noon?");
  expect(await unreadOf(alice, lunch)).toBe(1);
  await expect.poll(() => followed(alice, root.messageId)).toHaveLength(1);
  const [mark] = (await followed(alice, root.messageId))!;
  expect(await rootFor(alice)).toMatchObject({ replyCount: 1, sentCount: 1, replierIds: [bob.id] });
  expect(mark?.value).toMatchObject({ readCount: 0 });
});

test("there is no thread under a reply, under an event, nor under what one may not read", async () => {
  const group = await startGroup(app, alice, [bob], { hidesHistory: true });
  const root = await say(app, alice, group, "Ramen?");
  const reply = await answer(bob, group, root.messageId, "Yes");
  const [created] = await readAll(app, alice, group);
  await expectRefusal(answer(bob, group, reply.messageId, "Deeper"), "gone", "thread_gone");
  await expectRefusal(answer(bob, group, created!.id, "You did"), "gone", "thread_gone");
  await expectRefusal(pageOf(bob, group, reply.messageId), "not_found");

  await app.as(alice).conversations.addMembers.mutate({ conversationId: group, userIds: [dana.id] });
  await expectRefusal(answer(dana, group, root.messageId, "What?"), "gone", "thread_gone");
  await expectRefusal(pageOf(dana, group, root.messageId), "not_found");
  await expectRefusal(pageOf(carol, group, root.messageId), "not_found");
});

test("[S3] a page that ends among the replies of a thread names the stretch the timeline can leap over", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  for (let i = 0; i < 12; i++) await answer(bob, group, root.messageId, `${i}`);
  const last = await say(app, alice, group, "Enough");

  const before = await app.as(bob).messages.before.query({ conversationId: group, seq: last.seq, limit: 3 });
  expect(before.messages).toHaveLength(3);
  expect(before.bare).toEqual([{ from: root.seq + 1, to: last.seq - 4 }]);
  const after = await app.as(bob).messages.after.query({ conversationId: group, seq: root.seq, limit: 3 });
  expect(after.bare).toEqual([{ from: root.seq + 4, to: last.seq - 1 }]);
});

test("[S2] a device is told of changes in the threads it names, beyond the stretches it holds", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, alice, group, "Ramen?");
  const reply = await answer(bob, group, root.messageId, "Yes");
  const cursor = (await app.as(alice).sync.pull.query({ conversationId: group, cursor: 0, holding: [] })).changes.rev;
  await app.as(bob).messages.edit.mutate({ conversationId: group, messageId: reply.messageId, text: "No" });

  const holding = [{ from: reply.seq, to: reply.seq }];
  const threads = [{ threadId: root.messageId, holding }];
  const pull = (more: object) =>
    app.as(alice).sync.pull.query({ conversationId: group, cursor, holding: [{ from: 1, to: 1 }], ...more });
  const named = await pull({ threads });
  expect(named.changes.rows.messages?.filter((it) => it.editedAt).map((it) => it.text)).toContain("No");
});
