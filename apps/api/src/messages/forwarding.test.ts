import { type ConversationId, directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

type User = { id: UserId };
const { alice, bob, carol, dana } = cast;
let app: App;
let lunch: ConversationId;
let trip: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob]);
  trip = await startGroup(app, bob, [dana], { title: "Trip" });
});
afterAll(() => app.close());

async function forward(
  user: User,
  from: { conversationId: ConversationId; messageId: MessageId },
  to: ConversationId,
  more: { isNamed?: boolean; messageId?: MessageId; to?: UserId } = {},
) {
  const { isNamed = true, messageId = newId<MessageId>(), to: userId } = more;
  await app.as(user).messages.send.mutate({
    conversationId: to,
    messageId,
    forward: { ...from, isNamed },
    ...(userId && { to: userId }),
  });
  return messageId;
}
const seen = async (user: User, conversationId: ConversationId, id: MessageId) =>
  (await readAll(app, user, conversationId)).find((it) => it.id === id);

test("[P1] what is forwarded says what its source says, and names who wrote it or nobody", async () => {
  const { messageId } = await say(app, alice, lunch, "Ramen at noon?");
  const source = { conversationId: lunch, messageId };

  const named = await forward(bob, source, trip);
  const unnamed = await forward(bob, source, trip, { isNamed: false });
  const again = await forward(dana, { conversationId: trip, messageId: named }, trip);

  expect(await seen(dana, trip, named)).toMatchObject({
    senderId: bob.id,
    text: "Ramen at noon?",
    forwarded: { name: alice.displayName, userId: alice.id },
  });
  expect(await seen(dana, trip, unnamed)).not.toHaveProperty("forwarded");
  expect(await seen(bob, trip, again)).toMatchObject({ senderId: dana.id, forwarded: { name: alice.displayName } });
});

test("who does not let everyone follow their forwards is named without a link", async () => {
  const { messageId } = await say(app, alice, lunch, "Quietly");
  await app.as(alice).sync.setOwn.mutate({
    kind: "privacy",
    key: "forwards",
    value: { who: "contacts", always: [], never: [] },
  });
  const id = await forward(bob, { conversationId: lunch, messageId }, trip);
  await app.as(alice).sync.setOwn.mutate({ kind: "privacy", key: "forwards", value: null });
  expect((await seen(dana, trip, id))?.forwarded).toEqual({ name: alice.displayName });
});

test("nobody forwards what they cannot read, and no device can put words into another's mouth", async () => {
  const { messageId } = await say(app, alice, lunch, "Between us");
  await expectRefusal(forward(dana, { conversationId: lunch, messageId }, trip), "not_found");
  await expectRefusal(forward(carol, { conversationId: lunch, messageId }, trip), "not_found");
  await expectRefusal(
    app.as(bob).messages.send.mutate({
      conversationId: trip,
      messageId: newId(),
      text: "I owe Bob a million",
      forward: { conversationId: lunch, messageId, isNamed: true },
    }),
    "bad_input",
  );
});

test("[S1] a forward that is repeated is answered as the first time, also when its source has gone", async () => {
  const { messageId } = await say(app, alice, lunch, "Soon gone");
  const source = { conversationId: lunch, messageId };
  const id = await forward(bob, source, trip);
  await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });

  await forward(bob, source, trip, { messageId: id }).catch((error: unknown) => expect(error).toBeUndefined());
  await expectRefusal(forward(bob, source, trip), "gone", "message_deleted");
  expect((await seen(dana, trip, id))?.text).toBe("Soon gone");
});

test("a poll that is forwarded is asked anew, and a quiz still knows what is right", async () => {
  const messageId = newId<MessageId>();
  const questions = [{ text: "Which?", options: ["Udon", "Soba"], right: [1], explanation: "Buckwheat." }];
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, content: { kind: "poll", questions } });
  await app.as(alice).messages.vote.mutate({ conversationId: lunch, messageId, choices: [[0]] });

  const id = await forward(bob, { conversationId: lunch, messageId }, trip);
  const row = await seen(dana, trip, id);
  expect(row).toMatchObject({ kind: "poll", content: { questions: [{ text: "Which?", isQuiz: true }] } });
  expect(row?.content).not.toHaveProperty("tally");
  expect(JSON.stringify(row)).not.toContain("Buckwheat");
  const { own } = await app.as(dana).messages.vote.mutate({ conversationId: trip, messageId: id, choices: [[1]] });
  expect(own?.value?.answers).toEqual([{ right: [1], explanation: "Buckwheat." }]);
});

test("[P2] what is saved leads back to where it stands; that is told to nobody else", async () => {
  const { messageId, seq } = await say(app, alice, lunch, "Keep this");
  const source = { conversationId: lunch, messageId };
  const saved = await directConversationId(bob.id, bob.id);

  const id = await forward(bob, source, saved, { to: bob.id });
  expect(await seen(bob, saved, id)).toMatchObject({
    forwarded: { name: alice.displayName, origin: { ...source, seq } },
  });
  const onwards = await forward(bob, { conversationId: saved, messageId: id }, trip);
  expect((await seen(dana, trip, onwards))?.forwarded).toEqual({ name: alice.displayName, userId: alice.id });
});

test("what is to disappear is not forwarded, and nor is what happened", async () => {
  const { messageId } = await say(app, alice, lunch, "Burn this");
  await app.db
    .updateTable("messages")
    .set({ expires_at: new Date(Date.now() + 60_000) })
    .where("id", "=", messageId)
    .execute();
  await expectRefusal(forward(bob, { conversationId: lunch, messageId }, trip), "not_allowed");
  const created = (await readAll(app, bob, lunch)).find((it) => it.kind === "event");
  await expectRefusal(
    forward(bob, { conversationId: lunch, messageId: created?.id as MessageId }, trip),
    "not_allowed",
  );
});

test("[P3] one's hidden messages and tags are one's own rows, and hold nothing else", async () => {
  const { messageId } = await say(app, alice, lunch, "Not for me");
  const set = (kind: "hidden" | "tag", key: string, value: unknown) =>
    app.as(bob).sync.setOwn.mutate({ kind, key, value });
  await set("hidden", `${lunch}:${messageId}`, true);
  await set("tag", messageId, { seq: 3, tags: ["Food", "Food", " noon "] });

  const { user } = await app.as(bob).sync.start.query({ cursor: null });
  expect(user.rows.own).toContainEqual(expect.objectContaining({ kind: "hidden", key: `${lunch}:${messageId}` }));
  expect(user.rows.own).toContainEqual(
    expect.objectContaining({ kind: "tag", value: { seq: 3, tags: ["Food", "noon"] } }),
  );
  await expectRefusal(set("hidden", messageId, true), "bad_input");
  await expectRefusal(set("hidden", `${lunch}:${messageId}`, { text: "x" }), "bad_input");
  await expectRefusal(set("tag", messageId, { seq: 3, tags: [] }), "bad_input");
});
