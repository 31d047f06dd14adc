// @vitest-environment node
import { AppError, type ConversationId, type MessageId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { makeOutbox } from "../testing/scripted-outbox.ts";
import type { Command } from "./command.ts";

const lunch = newId<ConversationId>();

function send(text: string) {
  const messageId = newId<MessageId>();
  const command: Command = { type: "sendMessage", input: { conversationId: lunch, messageId, text } };
  return { messageId, command };
}
const edit = (messageId: MessageId, text: string): Command => ({
  type: "editMessage",
  input: { conversationId: lunch, messageId, text },
});

test("O7 a message that waits out slow mode keeps its place before the next, and lets by what is not about it", async () => {
  let isSlow = true;
  const outbox = await makeOutbox(({ path }) => {
    if (path !== "messages.send" || !isSlow) return { seq: 1, rev: 1, createdAt: "2026-11-21T12:00:00.000Z" };
    throw new AppError("rate_limited", "slow_mode", "Slow mode is on here.", { retryAfter: 3_600 });
  });
  const one = send("one");
  await outbox.put(one.command);
  await outbox.put(send("two").command);
  await outbox.flush();
  await outbox.put(edit(newId<MessageId>(), "about another"));
  await outbox.put(edit(one.messageId, "one, mended"));
  const flushed = await outbox.flush();
  expect(outbox.texts()).toEqual(["one", "about another"]);
  expect(flushed.retryAt).toBe(outbox.clock.now + 3_600_000);

  isSlow = false;
  outbox.clock.now += 3_600_000;
  await outbox.flush();

  expect(outbox.texts()).toEqual(["one", "about another", "one, mended", "two"]);
  expect(await outbox.waiting()).toEqual([]);
});
