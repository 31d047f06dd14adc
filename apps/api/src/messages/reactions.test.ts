import { directConversationId, limits, type MessageId, newId, type Publication } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSharedTurns } from "../conversations/in-shared-turn.ts";
import { createTurns } from "../conversations/turns.ts";
import { expectRefusal } from "../testing/errors.ts";
import { say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { reactToMessage } from "./react-to-message.ts";

const { alice, bob, carol, dana } = cast;
const lunch = await directConversationId(alice.id, bob.id);
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

const react = (
  user: { id: typeof alice.id },
  messageId: MessageId,
  emoji: string,
  isOn = true,
  conversationId = lunch,
) => app.as(user).messages.react.mutate({ conversationId, messageId, emoji, isOn });
const onPage = async (user: { id: typeof alice.id }, conversationId = lunch) =>
  (await app.as(user).messages.after.query({ conversationId, seq: 0, limit: 200 })).reactions;

test("[C11] [F22] a reaction from two devices is one, and taking it back from either is taking it back", async () => {
  const { messageId } = await say(app, alice, lunch, "Udon?");

  const [first, second] = await Promise.all([react(bob, messageId, "👍"), react(bob, messageId, "👍")]);
  expect(first).toEqual(second);
  await react(alice, messageId, "👍");
  await react(bob, messageId, "❤️");
  const given = (await onPage(alice)).filter((it) => it.messageId === messageId);
  expect(given.map((it) => [it.userId, it.emoji])).toEqual([
    [bob.id, "👍"],
    [alice.id, "👍"],
    [bob.id, "❤️"],
  ]);

  await Promise.all([react(bob, messageId, "👍", false), react(bob, messageId, "👍", false)]);
  const left = (await onPage(bob)).filter((it) => it.messageId === messageId);
  expect(left.map((it) => [it.userId, it.emoji])).toEqual([
    [alice.id, "👍"],
    [bob.id, "❤️"],
  ]);
});

test("[S2] a pull brings reactions to what the device holds, also those taken back, and the newest page brings its own", async () => {
  const { messageId, seq } = await say(app, alice, lunch, "Soba?");
  await react(bob, messageId, "🎉");
  const first = await app.as(alice).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] });
  expect(first.changes.rows.reactions).toContainEqual(expect.objectContaining({ messageId, seq, emoji: "🎉" }));
  expect(first.changes.people?.map((it) => it.id)).toContain(bob.id);

  await react(bob, messageId, "🎉", false);
  const pull = (holding: { from: number; to: number }[]) =>
    app.as(alice).sync.pull.query({ conversationId: lunch, cursor: first.changes.rev, holding });
  const next = await pull([{ from: 1, to: seq }]);
  const elsewhere = await pull([
    { from: 1, to: seq - 1 },
    { from: seq + 1, to: seq + 9 },
  ]);

  expect(next.changes.rows.reactions).toEqual([
    { conversationId: lunch, messageId, seq, userId: bob.id, emoji: "🎉", isRemoved: true, rev: next.changes.rev },
  ]);
  expect(elsewhere.changes.rows.reactions).toEqual([]);
});

test("[S4] a pull of many reactions comes in parts, none split or missed", async () => {
  const group = await startGroup(app, alice, [bob]);
  const { messageId, rev, seq } = await say(app, alice, group, "Storm");
  const rows = Array.from({ length: limits.pullPage + 40 }, (_, i) => ({
    message_id: messageId,
    user_id: bob.id,
    emoji: `${i}`,
    conversation_id: group,
    rev: rev + 1 + i,
  }));
  await app.db.insertInto("reactions").values(rows).execute();
  const top = rev + rows.length;
  await app.db.updateTable("conversations").set({ rev: top }).where("id", "=", group).execute();

  const got: string[] = [];
  let cursor = rev;
  for (let more = true; more; ) {
    const part = await app.as(bob).sync.pull.query({ conversationId: group, cursor, holding: [{ from: 1, to: seq }] });
    got.push(...(part.changes.rows.reactions ?? []).map((it) => it.emoji));
    ({ more } = part);
    cursor = part.changes.rev;
  }

  expect(got).toEqual(rows.map((row) => row.emoji));
  expect(cursor).toBe(top);
});

test("[C7] reactions go with the message, and none comes after", async () => {
  const { messageId } = await say(app, alice, lunch, "Never mind");
  await react(bob, messageId, "😢");
  await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });

  expect(await app.db.selectFrom("reactions").selectAll().where("message_id", "=", messageId).execute()).toEqual([]);
  await expectRefusal(react(bob, messageId, "👍"), "gone", "message_deleted");
  await react(bob, messageId, "😢", false);
});

test("one emoji at a time, and so many on one message", async () => {
  const { messageId } = await say(app, alice, lunch, "Which?");
  for (const wrong of ["", "a", "👍👍", "👍 nice", "<b>"])
    await expectRefusal(react(bob, messageId, wrong), "bad_input");

  const many = [
    "😀",
    "😃",
    "😄",
    "😁",
    "😆",
    "😅",
    "🤣",
    "😂",
    "🙂",
    "🙃",
    "🫠",
    "😉",
    "😊",
    "😇",
    "🥰",
    "😍",
    "🤩",
    "😘",
    "😗",
    "😚",
  ];
  expect(many).toHaveLength(limits.reactionsEach);
  for (const emoji of many) await react(bob, messageId, emoji);
  await expectRefusal(react(bob, messageId, "👍"), "conflict", "too_many_reactions");
  await react(bob, messageId, "😀", false);
  await react(bob, messageId, "👍");
});

test("[C10] an outsider, and a member who cannot see the message, find nothing to react to", async () => {
  const group = await startGroup(app, alice, [bob], { hidesHistory: true });
  const { messageId } = await say(app, alice, group, "Before Dana");
  await react(bob, messageId, "👀", true, group);
  await app.as(alice).conversations.addMembers.mutate({ conversationId: group, userIds: [dana.id] });

  await expectRefusal(react(carol, messageId, "👍", true, group), "not_found");
  await expectRefusal(react(dana, messageId, "👍", true, group), "not_found");
  expect(await onPage(dana, group)).toEqual([]);
  const pulled = await app
    .as(dana)
    .sync.pull.query({ conversationId: group, cursor: 0, holding: [{ from: 1, to: 99 }] });
  expect(pulled.changes.rows.reactions).toEqual([]);
  // A room tells everyone the same, so what Dana may not see is only announced.
  expect(await toldBy(group, messageId)).toEqual(["announce"]);
});

test("[S9] members who may all see the message are told the reaction itself", async () => {
  const group = await startGroup(app, alice, [bob], { hidesHistory: true });
  const { messageId } = await say(app, alice, group, "For both");
  expect(await toldBy(group, messageId)).toEqual(["changes"]);
});

test("[S13] nobody reacts to whom they block, but can take back", async () => {
  const { messageId } = await say(app, alice, lunch, "Hm");
  await react(alice, messageId, "👍");
  await app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value: true });

  await expectRefusal(react(alice, messageId, "❤️"), "not_allowed");
  await react(alice, messageId, "👍", false);
  await app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value: null });
});

test("[C2] [C11] a whole group reacts at once: each counts, the room is told once, and who is refused stops nobody", async () => {
  const group = await startGroup(app, alice, [bob, carol, dana]);
  const { messageId } = await say(app, alice, group, "We are through!");
  await app.as(alice).conversations.removeMember.mutate({ conversationId: group, userId: dana.id });
  const told: Publication[] = [];
  const ctx = listening(told);
  const emoji = ["👍", "❤️", "🎉", "🔥", "👀"];
  const attempts = [alice, bob, dana, carol].flatMap(({ id: userId }) => emoji.map((it) => ({ userId, emoji: it })));

  const outcomes = await Promise.allSettled(
    attempts.map(({ userId, emoji: it }) =>
      reactToMessage({ ...ctx, userId } as never, { conversationId: group, messageId, emoji: it, isOn: true }),
    ),
  );

  expect(outcomes.map((it) => it.status === "fulfilled")).toEqual(attempts.map((it) => it.userId !== dana.id));
  const given = (await onPage(bob, group)).filter((it) => it.messageId === messageId);
  expect(given.map((it) => it.userId + it.emoji).sort()).toEqual(
    attempts.flatMap((it) => (it.userId === dana.id ? [] : [it.userId + it.emoji])).sort(),
  );
  expect(told).toMatchObject([{ tell: { t: "changes", changes: { rows: { reactions: { length: 15 } } } } }]);
});

/** What the room is told when Bob reacts. */
async function toldBy(conversationId: typeof lunch, messageId: MessageId) {
  const told: Publication[] = [];
  await reactToMessage({ ...listening(told), userId: bob.id } as never, {
    conversationId,
    messageId,
    emoji: "🔥",
    isOn: true,
  });
  return told.map((it) => ("tell" in it ? it.tell.t : "close"));
}

const listening = (told: Publication[]) => ({
  db: app.db,
  now: () => new Date(),
  publish: (it: Publication[]) => void told.push(...it),
  heads: { moved: () => undefined },
  sharedTurns: createSharedTurns(createTurns()),
});
