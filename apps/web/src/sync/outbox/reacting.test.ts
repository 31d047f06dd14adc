// @vitest-environment node
import { AppError, type ConversationId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { applyLive } from "../store/apply-changes.ts";
import { makeModelDevice } from "../testing/model-device.ts";
import { makeModelServer } from "../testing/model-server.ts";
import { makeOutbox } from "../testing/scripted-outbox.ts";
import { shownReactions } from "../view/shown-reactions.ts";
import { timelineMessages } from "../view/timeline-messages.ts";
import { accept } from "./accept.ts";
import type { Command } from "./command.ts";
import { enqueue } from "./enqueue.ts";

const { alice, bob } = cast;
const lunch = newId<ConversationId>();
const messageId = newId<MessageId>();
const react = (emoji: string, isOn: boolean): Command => ({
  type: "reactToMessage",
  input: { conversationId: lunch, messageId, emoji, isOn },
});
const pin = (isPinned: boolean): Command => ({
  type: "pinMessage",
  input: { conversationId: lunch, messageId, isPinned },
});

test("O5 of what was wished about one reaction only the last leaves; other emoji and pins are their own", async () => {
  const outbox = await makeOutbox(() => ({ rev: 1 }));
  for (const command of [react("👍", true), react("❤️", true), react("👍", false), pin(true), pin(false)])
    await outbox.put(command);

  await outbox.flush();

  expect(outbox.asked.map(({ path, input }) => [path, input.emoji ?? input.isPinned, input.isOn])).toEqual([
    ["messages.react", "👍", false],
    ["messages.react", "❤️", true],
    ["messages.pin", false, undefined],
  ]);
});

test("O5 a message that is deleted before it leaves takes its reactions and its pin with it", async () => {
  const outbox = await makeOutbox();
  await outbox.put({ type: "sendMessage", input: { conversationId: lunch, messageId, text: "Ramen?" } });
  await outbox.put(react("👍", true));
  await outbox.put(pin(true));
  await outbox.put({ type: "deleteMessage", input: { conversationId: lunch, messageId } });

  expect(await outbox.waiting()).toEqual([]);
});

test("O8 O9 a reaction waits while its message is refused, and is moot when the message is gone", async () => {
  const refusal = { current: new AppError("not_allowed", "not_allowed", "You cannot send messages here.") };
  const outbox = await makeOutbox(() => {
    throw refusal.current;
  });
  await outbox.put({ type: "sendMessage", input: { conversationId: lunch, messageId, text: "Ramen?" } });
  await outbox.put(react("👍", true));
  await outbox.flush();
  expect((await outbox.waiting()).map((it) => [it.type, it.state])).toEqual([
    ["sendMessage", "failed"],
    ["reactToMessage", "waiting"],
  ]);

  refusal.current = new AppError("gone", "message_deleted", "This message was deleted.");
  const other = await makeOutbox(() => {
    throw refusal.current;
  });
  await other.put(react("👍", true));
  await other.flush();
  expect(await other.waiting()).toEqual([]);
});

test("[F22] what waits shows as done: one's own reaction is there or gone, the others' stay", () => {
  const held = [
    { userId: bob.id, emoji: "👍", rev: 3 },
    { userId: alice.id, emoji: "👍", rev: 4 },
    { userId: alice.id, emoji: "🎉", rev: 5 },
  ];
  const wish = (emoji: string, isOn: boolean) => ({ conversationId: lunch, messageId, emoji, isOn });

  expect(shownReactions(held, [wish("👍", false), wish("🎉", false), wish("❤️", true)], alice.id)).toEqual([
    { id: "👍", userIds: [bob.id], isMine: false },
    { id: "❤️", userIds: [alice.id], isMine: true },
  ]);
});

test("O6 an accepted reaction stands in until its row comes, so that it never flickers, and counts once", async () => {
  const server = makeModelServer();
  server.send("Ramen?");
  const device = await makeModelDevice(server);
  await device.catchUp();
  const [row] = await device.rows();
  const courier = { ...(await makeOutbox()).courier, db: device.db, userId: bob.id };
  const command = await enqueue(device.db, {
    type: "reactToMessage",
    input: { conversationId: server.id, messageId: row!.id, emoji: "👍", isOn: true },
  });
  const shown = async () => {
    const outbox = (await device.db.getAll("outbox")) as Parameters<typeof timelineMessages>[1];
    return timelineMessages(await device.rows(), outbox, bob.id, 0, new WeakMap())[0]?.reactions;
  };
  const mine = [{ id: "👍", userIds: [bob.id], isMine: true }];
  expect(await shown()).toEqual(mine);

  const told = server.react(1, "👍", true)!;
  await accept(courier, [{ ...command, n: command.n ?? 1 }], { rev: told.rev });
  expect(await device.db.getAll("outbox")).toEqual([]);
  expect(await shown()).toEqual(mine);

  await applyLive(device.db, told);
  expect(await shown()).toEqual(mine);
  expect(await device.rows()).toEqual(server.all());

  await applyLive(device.db, server.delete(1)!);
  expect(await shown()).toEqual([]);
});
