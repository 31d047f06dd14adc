// @vitest-environment node
import { AppError, type ConversationId, type MessageId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { makeOutbox } from "../testing/scripted-outbox.ts";
import type { Command } from "./command.ts";
import { discardCommand } from "./decide.ts";

const lunch = newId<ConversationId>();
const sent = { seq: 1, rev: 1, createdAt: "2026-11-21T12:00:00.000Z" };

function messageIn(text: string) {
  const messageId = newId<MessageId>();
  const command: Command = { type: "sendMessage", input: { conversationId: lunch, messageId, text } };
  return { messageId, command };
}
const edit = (messageId: MessageId, text: string): Command => ({
  type: "editMessage",
  input: { conversationId: lunch, messageId, text },
});
const remove = (messageId: MessageId): Command => ({
  type: "deleteMessage",
  input: { conversationId: lunch, messageId },
});
const lost = () => new AppError("unavailable", "unavailable", "Parley cannot be reached right now.");
const refused = () => new AppError("not_found", "not_found", "There is nothing here.");

test("O5 [F23] a message that is deleted before it has left is never sent", async () => {
  const outbox = await makeOutbox();
  const { messageId, command } = messageIn("Ramen?");
  await outbox.put(command);
  await outbox.put(edit(messageId, "Ramen!"));
  await outbox.put(remove(messageId));

  await outbox.flush();

  expect(outbox.asked).toEqual([]);
});

test("O5 [F23] a message that may have arrived and is deleted is not sent again: the server is told", async () => {
  let isReached = false;
  const outbox = await makeOutbox(() => {
    if (isReached) return sent;
    throw lost();
  });
  const { messageId, command } = messageIn("I quit");
  await outbox.put(command);
  await outbox.put(edit(messageId, "I quit!"));
  await outbox.flush();
  await outbox.put(remove(messageId));
  isReached = true;
  await outbox.flush();

  expect(outbox.asked.map((it) => it.path)).toEqual(["messages.send", "messages.delete"]);
  expect(await outbox.waiting()).toEqual([]);
});

test("O5 [F23] a message that is deleted while it is under way stays deleted, also when it is refused", async () => {
  const outbox = await makeOutbox(async ({ path }) => {
    if (path !== "messages.send") return sent;
    await outbox.put(remove(messageId));
    throw refused();
  });
  const { messageId, command } = messageIn("I quit");
  await outbox.put(command);
  await outbox.flush();

  expect(outbox.asked.map((it) => it.path)).toEqual(["messages.send", "messages.delete"]);
  expect(await outbox.waiting()).toEqual([]);
});

test("O5 a message that is discarded after the server broke over it is deleted there, should it have it", async () => {
  const outbox = await makeOutbox(({ path }) => {
    if (path === "messages.send") throw new AppError("internal", "internal", "Parley broke.");
    return sent;
  });
  const { messageId, command } = messageIn("I quit");
  await outbox.put(command);
  for (let attempt = 0; attempt < 10; attempt++) {
    await outbox.flush();
    outbox.clock.now += 60_000;
  }
  const [failed] = await outbox.waiting();
  expect(failed).toMatchObject({ state: "failed", wasTried: true });

  await discardCommand(outbox.db, failed!.id, outbox.clock.now);
  await outbox.flush();
  expect(outbox.asked.at(-1)).toEqual({ path: "messages.delete", input: { conversationId: lunch, messageId } });
  expect(await outbox.waiting()).toEqual([]);
});
