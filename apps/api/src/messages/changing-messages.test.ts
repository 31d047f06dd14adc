import { directConversationId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, dana } = cast;
const lunch = await directConversationId(alice.id, bob.id);
let app: App;
let messageId: MessageId;
let time = Date.now();
beforeAll(async () => {
  app = await startApp({ now: () => new Date(time) });
  for (const { displayName, id } of [alice, bob, dana]) await app.addUser(displayName, id);
});
beforeEach(async () => {
  messageId = newId<MessageId>();
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

const edit = (text: string) => app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId, text });
const remove = () => app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });

test("an edited message keeps its place, and what it said before can be read", async () => {
  const first = await edit("Udon?");
  expect(await edit("Udon?")).toEqual(first);
  await edit("Soba?");

  const message = (await readAll(app, bob, lunch)).find((it) => it.id === messageId);
  expect(message).toMatchObject({ text: "Soba?", editedAt: expect.any(String) });
  const versions = await app.as(bob).messages.versions.query({ conversationId: lunch, messageId });
  expect(versions.map((it) => it.text)).toEqual(["Ramen?", "Udon?", "Soba?"]);
});

test("[F21] two devices edit the same message: the later commit stands, and the history shows both", async () => {
  await Promise.all([edit("From the phone"), edit("From the laptop")]);

  const versions = await app.as(alice).messages.versions.query({ conversationId: lunch, messageId });
  const message = (await readAll(app, alice, lunch)).find((it) => it.id === messageId);
  expect(versions.map((it) => it.text).sort()).toEqual(["From the laptop", "From the phone", "Ramen?"]);
  expect(versions.at(-1)?.text).toBe(message?.text);
});

test("[C7] [F20] an edit that comes after the deletion is refused, and nothing comes back", async () => {
  await edit("Udon?");
  const deleted = await remove();
  expect(await remove()).toEqual(deleted);

  await expectRefusal(edit("Too late"), "gone", "message_deleted");
  const tombstone = (await readAll(app, bob, lunch)).find((it) => it.id === messageId);
  expect(tombstone).toMatchObject({ text: "", deletedAt: expect.any(String), rev: deleted.rev });
  expect(await app.db.selectFrom("message_versions").selectAll().where("message_id", "=", messageId).execute()).toEqual(
    [],
  );
});

test("[O5] [F23] a message that Alice deletes before it came is refused when it does; the same id is Bob's to use", async () => {
  const late = newId<MessageId>();
  const send = (user: typeof alice | typeof bob) =>
    app.as(user).messages.send.mutate({ conversationId: lunch, messageId: late, text: "I quit" });
  await expectRefusal(app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId: late }), "not_found");
  await expectRefusal(send(alice), "gone", "message_deleted");
  await expectRefusal(send(alice), "gone", "message_deleted");
  await send(bob);
  expect((await readAll(app, alice, lunch)).find((it) => it.id === late)).toMatchObject({ senderId: bob.id });
});

test("[O5] [F23] sent and deleted at once, in whatever order they come, nothing is left to read", async () => {
  const ids = Array.from({ length: 40 }, () => newId<MessageId>());
  const tried = ids.map((id) =>
    Promise.allSettled([
      app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: id, text: "I quit" }),
      app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId: id }),
    ]),
  );
  await Promise.all(tried);
  const left = (await readAll(app, bob, lunch)).filter((it) => ids.includes(it.id));
  expect(left.filter((it) => it.text !== "" || !it.deletedAt)).toEqual([]);
});

test("what was deleted before it came is forgotten after a day", async () => {
  const noted = () => app.db.selectFrom("taken_back").select("message_id").execute();
  await expectRefusal(app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId: newId() }), "not_found");
  await app.runJob("forget-taken-back");
  expect(await noted()).not.toEqual([]);
  time += 25 * 3_600_000;
  await app.runJob("forget-taken-back");
  expect(await noted()).toEqual([]);
});

test("Bob can neither edit nor delete what Alice wrote", async () => {
  await expectRefusal(
    app.as(bob).messages.edit.mutate({ conversationId: lunch, messageId, text: "Mine" }),
    "not_allowed",
  );
  await expectRefusal(app.as(bob).messages.delete.mutate({ conversationId: lunch, messageId }), "not_allowed");
});

test("after two days a message stays for everyone; a moderator of a group may still delete it", async () => {
  const group = await startGroup(app, alice, [bob, dana]);
  await app.as(alice).conversations.setRole.mutate({ conversationId: group, userId: dana.id, role: "moderator" });
  const old = await say(app, bob, group, "Old news");
  time += 49 * 3_600_000;

  await expectRefusal(remove(), "not_allowed", "too_late_to_delete");
  await expectRefusal(
    app.as(bob).messages.delete.mutate({ conversationId: group, messageId: old.messageId }),
    "not_allowed",
    "too_late_to_delete",
  );
  await app.as(dana).messages.delete.mutate({ conversationId: group, messageId: old.messageId });
});

test("a reply keeps what it answers only within the conversation", async () => {
  const group = await startGroup(app, alice, []);
  const elsewhere = await say(app, alice, group, "Elsewhere");
  const [good, stray] = [newId<MessageId>(), newId<MessageId>()];
  await app.as(bob).messages.send.mutate({ conversationId: lunch, messageId: good, text: "Yes", replyToId: messageId });
  await app
    .as(bob)
    .messages.send.mutate({ conversationId: lunch, messageId: stray, text: "What?", replyToId: elsewhere.messageId });

  const messages = await readAll(app, alice, lunch);
  expect(messages.find((it) => it.id === good)?.replyToId).toBe(messageId);
  expect(messages.find((it) => it.id === stray)?.replyToId).toBeNull();
});

test("saved messages are a conversation with oneself", async () => {
  const saved = await directConversationId(alice.id, alice.id);
  await app
    .as(alice)
    .messages.send.mutate({ conversationId: saved, messageId: newId(), text: "Buy eggs", to: alice.id });

  const { heads } = await app.as(alice).sync.start.query({ cursor: null });
  expect(heads.find((it) => it.conversation.id === saved)).toMatchObject({
    conversation: { kind: "saved" },
    otherId: null,
  });
});
