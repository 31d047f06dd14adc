import { directConversationId, type MessageId, newId, type ScheduledMessage, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAll, say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, dana } = cast;
const lunch = await directConversationId(alice.id, bob.id);
const atNoon = new Date(Date.now() + 3_600_000).toISOString();
let app: App;
let ahead = 0;
beforeAll(async () => {
  app = await startApp({ now: () => new Date(Date.now() + ahead) });
  for (const { displayName, id } of [alice, bob, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

const schedule = (key: MessageId, value: Partial<ScheduledMessage> | null) =>
  app.as(alice).sync.setOwn.mutate({
    kind: "scheduled",
    key,
    value: value && { conversationId: lunch, text: "Lunch!", sendAt: atNoon, to: bob.id, ...value },
  });

async function listOf(user: { id: UserId }) {
  const { user: own } = await app.as(user).sync.start.query({ cursor: null });
  return (own.rows.own ?? []).filter((row) => row.kind === "scheduled" && row.value !== null);
}

async function atItsTime(work = () => app.runJob("send-scheduled")) {
  ahead = 3_600_001;
  await work().finally(() => {
    ahead = 0;
  });
}

test("a message is sent at its time, once, as its author's, and leaves their list", async () => {
  const id = newId<MessageId>();
  await schedule(id, {});
  await app.runJob("send-scheduled");
  expect(await listOf(alice)).toHaveLength(1);

  await atItsTime(() => Promise.all([app.runJob("send-scheduled"), app.runJob("send-scheduled")]));
  await atItsTime();

  const messages = await readAll(app, bob, lunch);
  expect(messages).toMatchObject([{ id, text: "Lunch!", senderId: alice.id, automatic: "scheduled" }]);
  expect(await listOf(alice)).toEqual([]);
});

test("what was scheduled in a thread goes out there, and stays in the list when its thread is gone", async () => {
  const group = await startGroup(app, alice, [bob]);
  const root = await say(app, bob, group, "Ramen?");
  const inThread = { conversationId: group, to: undefined, threadId: root.messageId };
  const [reply, late] = [newId<MessageId>(), newId<MessageId>()];
  await schedule(reply, { ...inThread, text: "At noon" });
  await schedule(late, { ...inThread, threadId: newId<MessageId>(), text: "Where?" });

  await atItsTime();

  const sent = (await readAll(app, bob, group)).filter((it) => it.threadId);
  expect(sent).toMatchObject([{ id: reply, threadId: root.messageId, text: "At noon" }]);
  expect(await listOf(alice)).toMatchObject([{ key: late, value: { failure: "gone" } }]);
  await schedule(late, null);
});

test("it is no sign that its author has read what came before", async () => {
  const { seq } = await say(app, bob, lunch, "Where are you?");
  await schedule(newId<MessageId>(), {});

  await atItsTime();

  const { heads } = await app.as(alice).sync.start.query({ cursor: null });
  expect(heads.find((head) => head.conversation.id === lunch)?.me.readSeq).toBeLessThan(seq);
});

test("one that was put off, changed or taken back does as it was told last", async () => {
  const [later, changed, gone] = [newId<MessageId>(), newId<MessageId>(), newId<MessageId>()];
  for (const id of [later, changed, gone]) await schedule(id, {});
  await schedule(later, { sendAt: new Date(Date.now() + 86_400_000).toISOString() });
  await schedule(changed, { text: "Dinner!" });
  await schedule(gone, null);

  await atItsTime();

  expect((await readAll(app, bob, lunch)).at(-1)).toMatchObject({ id: changed, text: "Dinner!" });
  expect((await listOf(alice)).map((row) => row.key)).toEqual([later]);
  await schedule(later, null);
});

test("one for a group its author has left stays in the list, and says why", async () => {
  const conversationId = await startGroup(app, dana, [alice]);
  const id = newId<MessageId>();
  await schedule(id, { conversationId, to: undefined });
  await app.as(alice).conversations.leave.mutate({ conversationId });

  await atItsTime();
  await atItsTime();

  expect(textsOf(await readAll(app, dana, conversationId))).toEqual([]);
  expect(await listOf(alice)).toMatchObject([{ key: id, value: { failure: "not_found" } }]);
});

test("there is a time only where a time makes sense", async () => {
  await expect(schedule(newId<MessageId>(), { sendAt: "tomorrow" })).rejects.toMatchObject({
    data: { app: { code: "bad_input" } },
  });
});
