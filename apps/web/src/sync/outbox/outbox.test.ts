// @vitest-environment node
import { AppError, type ConversationId, type MessageId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { type Asked, makeOutbox } from "../testing/scripted-outbox.ts";
import type { Command } from "./command.ts";
import { discardCommand, retryCommand } from "./decide.ts";

const lunch = newId<ConversationId>();
const trip = newId<ConversationId>();
const sent = { seq: 1, rev: 1, createdAt: "2026-11-21T12:00:00.000Z" };

function messageIn(conversationId: ConversationId, text: string, replyToId?: MessageId) {
  const messageId = newId<MessageId>();
  return {
    messageId,
    command: { type: "sendMessage", input: { conversationId, messageId, text, replyToId } } satisfies Command,
  };
}
const edit = (messageId: MessageId, text: string): Command => ({
  type: "editMessage",
  input: { conversationId: lunch, messageId, text },
});
const lost = () => new AppError("unavailable", "unavailable", "Parley cannot be reached right now.");
const refused = () => new AppError("not_found", "not_found", "There is nothing here.");

test("O2 messages of one conversation leave in the order they were written", async () => {
  const outbox = await makeOutbox();
  for (const text of ["one", "two", "three"]) await outbox.put(messageIn(lunch, text).command);

  await outbox.flush();

  expect(outbox.texts()).toEqual(["one", "two", "three"]);
  expect(await outbox.waiting()).toEqual([]);
});

test("O4 [F05] a message whose answer was lost is sent again with the same id and text", async () => {
  let isFirst = true;
  const outbox = await makeOutbox(() => {
    if (!isFirst) return sent;
    isFirst = false;
    throw lost();
  });
  const { messageId, command } = messageIn(lunch, "Ramen?");
  await outbox.put(command);

  expect((await outbox.flush()).stopped).toBe("unreachable");
  await outbox.flush();

  expect(outbox.asked.map((it) => it.input.messageId)).toEqual([messageId, messageId]);
  expect(await outbox.waiting()).toEqual([]);
});

test("O5 [F23] an edit of a message that has not left becomes its text", async () => {
  const outbox = await makeOutbox();
  const { messageId, command } = messageIn(lunch, "Ramne?");
  await outbox.put(command);
  await outbox.put(edit(messageId, "Ramen?"));

  await outbox.flush();

  expect(outbox.texts()).toEqual(["Ramen?"]);
});

test("O5 [F23] an edit of a message that may have arrived follows it as an edit", async () => {
  let isFirst = true;
  const outbox = await makeOutbox(() => {
    if (!isFirst) return sent;
    isFirst = false;
    throw lost();
  });
  const { messageId, command } = messageIn(lunch, "Ramne?");
  await outbox.put(command);
  await outbox.flush();
  await outbox.put(edit(messageId, "Ramen?"));

  await outbox.flush();

  expect(outbox.asked.map((it) => [it.path, it.input.text])).toEqual([
    ["messages.send", "Ramne?"],
    ["messages.send", "Ramne?"],
    ["messages.edit", "Ramen?"],
  ]);
});

test("O9 [F16] what a removed member wrote is refused, and stays with its reason and its text", async () => {
  const outbox = await makeOutbox(() => {
    throw refused();
  });
  await outbox.put(messageIn(lunch, "Am I still here?").command);

  const flushed = await outbox.flush();

  expect(flushed).toMatchObject({ stopped: "empty", refused: 1 });
  expect(await outbox.waiting()).toMatchObject([
    { state: "failed", failure: { code: "not_found" }, input: { text: "Am I still here?" } },
  ]);
});

test("O9 a refused message can be edited and is then sent with the new text", async () => {
  let isRefusing = true;
  const outbox = await makeOutbox(() => {
    if (isRefusing) throw refused();
    return sent;
  });
  const { messageId, command } = messageIn(lunch, "Too long");
  await outbox.put(command);
  await outbox.flush();
  isRefusing = false;

  await outbox.put(edit(messageId, "Short"));
  await outbox.flush();

  expect(outbox.texts()).toEqual(["Too long", "Short"]);
  expect(await outbox.waiting()).toEqual([]);
});

test("O9 [F20] the text of an edit that came too late becomes the draft", async () => {
  const outbox = await makeOutbox(({ path }) => {
    if (path === "messages.edit") throw new AppError("gone", "message_deleted", "This message was deleted.");
    return { rev: 1 };
  });
  await outbox.put(edit(newId<MessageId>(), "What I meant to say"));

  await outbox.flush();

  expect(await outbox.db.getAll("own")).toMatchObject([
    { kind: "draft", key: lunch, value: { text: "What I meant to say" } },
  ]);
  expect(await outbox.waiting()).toEqual([]);
});

test("O9 [F20] where there is a draft already, the text stays with the refused edit", async () => {
  const outbox = await makeOutbox(({ path }) => {
    if (path === "messages.edit") throw new AppError("gone", "message_deleted", "This message was deleted.");
    return { rev: 1 };
  });
  await outbox.db.put("own", { kind: "draft", key: lunch, value: { text: "Something else" }, rev: 1 });
  await outbox.put(edit(newId<MessageId>(), "What I meant to say"));

  await outbox.flush();

  expect(await outbox.waiting()).toMatchObject([
    { type: "editMessage", state: "failed", input: { text: "What I meant to say" } },
  ]);
});

test("O8 [F24] a reply to a refused message waits, and goes without the quote when told to", async () => {
  const outbox = await makeOutbox(({ input }) => {
    if (input.text === "Bad") throw refused();
    return sent;
  });
  const bad = messageIn(lunch, "Bad");
  const reply = messageIn(lunch, "As I said", bad.messageId);
  await outbox.put(bad.command);
  await outbox.put(reply.command);
  await outbox.put(messageIn(lunch, "Anyway").command);
  await outbox.flush();
  expect(outbox.texts()).toEqual(["Bad", "Anyway"]);

  const waiting = (await outbox.waiting()).find((it) => it.state === "waiting")!;
  await retryCommand(outbox.db, waiting.id);
  await outbox.flush();

  expect(outbox.asked.at(-1)?.input).toMatchObject({ text: "As I said", replyToId: undefined });
});

test("O8 [F24] a reply whose refused message is discarded leaves without the quote", async () => {
  const outbox = await makeOutbox(({ input }) => {
    if (input.text === "Bad") throw refused();
    return sent;
  });
  const bad = messageIn(lunch, "Bad");
  await outbox.put(bad.command);
  await outbox.put(messageIn(lunch, "As I said", bad.messageId).command);
  await outbox.flush();

  await discardCommand(outbox.db, (await outbox.waiting()).find((it) => it.state === "failed")!.id);
  await outbox.flush();

  expect(outbox.asked.at(-1)?.input).toMatchObject({ text: "As I said", replyToId: undefined });
  expect(await outbox.waiting()).toEqual([]);
});

test("O7 [F42] a lane that was told to wait keeps its order, and the others go on", async () => {
  let isLimited = true;
  const outbox = await makeOutbox(({ input }) => {
    if (input.conversationId === lunch && isLimited)
      throw new AppError("rate_limited", "too_fast", "Slow down.", { retryAfter: 30 });
    return sent;
  });
  for (const text of ["one", "two"]) await outbox.put(messageIn(lunch, text).command);
  await outbox.put(messageIn(trip, "Elsewhere").command);

  const flushed = await outbox.flush();
  expect(outbox.texts()).toEqual(["one", "Elsewhere"]);
  expect(flushed.retryAt).toBe(outbox.clock.now + 30_000);

  isLimited = false;
  outbox.clock.now += 30_000;
  await outbox.flush();
  expect(outbox.texts()).toEqual(["one", "Elsewhere", "one", "two"]);
});

test("O3 [F30] a page and the service worker that flush at once send each command once, in order", async () => {
  const outbox = await makeOutbox(async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    return sent;
  });
  const texts = Array.from({ length: 12 }, (_, index) => `${index}`);
  for (const text of texts) await outbox.put(messageIn(lunch, text).command);

  await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);

  expect(outbox.texts()).toEqual(texts);
});

test("O3 [F31] what a flush had taken up when it was killed is sent by the next one", async () => {
  const outbox = await makeOutbox();
  const { messageId, command } = messageIn(lunch, "Ramen?");
  const stored = await outbox.put(command);
  await outbox.db.put("outbox", { ...stored, ...(await outbox.waiting())[0]!, wasTried: true });

  await outbox.flush();

  expect(outbox.asked.map((it) => it.input.messageId)).toEqual([messageId]);
});

test("O7 [F19] nothing is sent once the session has ended", async () => {
  const outbox = await makeOutbox(() => {
    throw new AppError("not_signed_in", "signed_out", "Sign in first.");
  });
  for (const text of ["one", "two"]) await outbox.put(messageIn(lunch, text).command);

  expect((await outbox.flush()).stopped).toBe("signed-out");

  expect(outbox.texts()).toEqual(["one"]);
  expect(await outbox.waiting()).toHaveLength(2);
});

test("O5 marks collapse into the furthest and leave together; drafts into the last", async () => {
  const outbox = await makeOutbox((asked: Asked) => (asked.path === "sync.setOwn" ? { rev: 1 } : {}));
  for (const seq of [3, 9, 5])
    await outbox.put({ type: "markRead", input: { conversationId: lunch, readSeq: seq, deliveredSeq: seq } });
  await outbox.put({ type: "markRead", input: { conversationId: trip, readSeq: 2, deliveredSeq: 2 } });
  for (const text of ["R", "Ra", "Ram"])
    await outbox.put({ type: "setOwn", input: { kind: "draft", key: lunch, value: { text } } });
  outbox.clock.now += 5_000;

  await outbox.flush();

  expect(outbox.asked).toHaveLength(2);
  expect(outbox.asked.find((it) => it.path === "sync.mark")?.input.marks).toMatchObject([
    { readSeq: 9 },
    { readSeq: 2 },
  ]);
  expect(outbox.asked.find((it) => it.path === "sync.setOwn")?.input.value).toEqual({ text: "Ram" });
});

test("O7 a command over which the server itself breaks is given up after eight tries, and does not hold up the lane for ever", async () => {
  const outbox = await makeOutbox(({ input }) => {
    if (input.text === "Poison") throw new AppError("internal", "internal", "Something went wrong on our side.");
    return sent;
  });
  await outbox.put(messageIn(lunch, "Poison").command);
  await outbox.put(messageIn(lunch, "Water").command);

  for (let i = 0; i < 9; i++) {
    await outbox.flush();
    outbox.clock.now += 120_000;
  }

  expect(outbox.texts()).toEqual([...Array<string>(8).fill("Poison"), "Water"]);
});
