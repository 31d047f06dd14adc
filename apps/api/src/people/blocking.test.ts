import { directConversationId, type MessageId, newId, type Publication } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTurns } from "../conversations/turns.ts";
import { editMessage } from "../messages/edit-message.ts";
import { befriend } from "../testing/befriend.ts";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol } = cast;
const lunch = await directConversationId(alice.id, bob.id);
let app: App;
let first: MessageId;

beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
  await befriend(app, alice, bob);
  const send = app.as(alice).messages.send;
  first = newId();
  await send.mutate({ conversationId: lunch, messageId: first, text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

const block = (isOn: boolean) =>
  app.as(bob).sync.setOwn.mutate({ kind: "block", key: alice.id, value: isOn ? true : null });
const headOf = async (user: { id: typeof alice.id }) => {
  const { heads } = await app.as(user).sync.start.query({ cursor: null });
  return heads.find((it) => it.conversation.id === lunch)!;
};
const pull = (user: { id: typeof alice.id }) =>
  app.as(user).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [{ from: 1, to: 99 }], marks: true });
const mark = (seq: number) =>
  app.as(bob).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq: seq, deliveredSeq: seq }] });
const marksOfBob = async () => (await pull(alice)).marks?.find((it) => it.userId === bob.id);

beforeEach(() => block(true));

test("[S13] who is blocked sends as ever, and it never arrives", async () => {
  const before = await headOf(bob);
  const sent = await say(app, alice, lunch, "Hello?");

  expect(sent.seq).toBe(before.conversation.lastSeq + 1);
  expect(textsOf(await readAll(app, alice, lunch))).toContain("Hello?");
  expect(textsOf(await readAll(app, bob, lunch))).not.toContain("Hello?");
  expect((await pull(bob)).changes.rows.messages?.map((it) => it.text)).not.toContain("Hello?");
});

test("[S13] for the one who blocks, the chat stays as it was: preview, and what is unread", async () => {
  await say(app, alice, lunch, "Hello??");
  const { preview, me, conversation } = await headOf(bob);

  expect(preview?.text).toBe("Ramen?");
  const unseen = (me.unseen ?? []).reduce((sum, it) => sum + it.to - it.from + 1, 0);
  expect(conversation.lastSeq - me.readSeq - unseen).toBe(1);
});

test("[S13] it keeps its one tick, however often the one who blocks reads", async () => {
  await mark(1);
  const { seq } = await say(app, alice, lunch, "Are you there?");
  await mark(seq);
  expect((await marksOfBob())?.deliveredSeq).toBeLessThan(seq);

  await block(false);
  await mark(seq);
  expect((await marksOfBob())?.deliveredSeq).toBeLessThan(seq);
});

test("[S13] an edit by who is blocked is announced, and the text does not reach the one who blocks", async () => {
  const told: Publication[] = [];
  const ctx = {
    db: app.db,
    userId: alice.id,
    now: () => new Date(),
    publish: (it: Publication[]) => void told.push(...it),
    heads: { moved: () => undefined },
    turns: createTurns(),
  };
  await block(false);
  const { messageId } = await say(app, alice, lunch, "Good morning");
  await block(true);
  await editMessage(ctx as never, { conversationId: lunch, messageId, text: "You!" });

  expect(told.map((it) => ("tell" in it ? it.tell.t : "close"))).toEqual(["announce"]);
  expect(textsOf(await readAll(app, bob, lunch))).not.toContain("You!");
  expect(textsOf(await readAll(app, alice, lunch))).toContain("You!");
});

test("[S13] a reaction and a pin of who is blocked are theirs alone", async () => {
  const message = { conversationId: lunch, messageId: first };
  await app.as(alice).messages.react.mutate({ ...message, emoji: "🔥", isOn: true });
  await app.as(alice).messages.pin.mutate({ ...message, isPinned: true });

  const theirs = (await pull(bob)).changes.rows;
  expect([theirs.reactions, theirs.pins]).toEqual([[], []]);
  expect(theirs.messages?.some((it) => it.event)).toBe(false);
  const own = (await pull(alice)).changes.rows;
  expect([own.reactions?.length, own.pins?.length]).toEqual([1, 1]);

  // Nor do they come up once the block has ended.
  await block(false);
  expect((await pull(bob)).changes.rows.reactions).toEqual([]);
});

test("[S13] nobody writes to whom they block", async () => {
  await expectRefusal(say(app, bob, lunch, "One more thing"), "not_allowed");
});

test("[S13] what comes after the block arrives again", async () => {
  await block(false);
  await say(app, alice, lunch, "Hello again");
  expect(textsOf(await readAll(app, bob, lunch)).at(-1)).toBe("Hello again");
});

test("[S13] a first message to who blocks one is sent like any other, and shows them nothing", async () => {
  const erin = await app.addUser("Erin");
  await app.as(erin).sync.setOwn.mutate({ kind: "block", key: carol.id, value: true });
  const conversationId = await directConversationId(carol.id, erin.id);
  const send = { conversationId, messageId: newId<MessageId>(), text: "Hi", to: erin.id };

  expect(await app.as(carol).messages.send.mutate(send)).toMatchObject({ seq: 1 });
  const { heads } = await app.as(erin).sync.start.query({ cursor: null });
  expect(heads.map((it) => it.preview)).toEqual([null]);
});

test("[S13] who is blocked sees neither photo nor words of the one who blocks, and adds them to no group", async () => {
  await app.as(bob).accounts.updateProfile.mutate({ bio: "Likes soup" });
  const group = await startGroup(app, alice, [bob, carol]);

  const { people } = await app.as(alice).sync.start.query({ cursor: null });
  expect(people.find((it) => it.id === bob.id)?.bio).toBe("");
  const members = await app.db.selectFrom("members").select("user_id").where("conversation_id", "=", group).execute();
  expect(members.map((it) => it.user_id)).not.toContain(bob.id);

  const seenByCarol = await app.as(carol).people.find.query({ username: "bob" });
  expect(seenByCarol.bio).toBe("Likes soup");
  await expectRefusal(app.as(alice).people.find.query({ username: "bob" }), "not_found");
});
