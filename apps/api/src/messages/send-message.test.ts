import { directConversationId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

const lunch = await directConversationId(alice.id, bob.id);
const messageIn = (text: string, messageId = newId<MessageId>()) => ({
  conversationId: lunch,
  messageId,
  text,
  to: bob.id,
});

test("the first message to Bob creates the conversation, and Bob can read it", async () => {
  const sent = await app.as(alice).messages.send.mutate(messageIn("Ramen?"));

  const { changes, covers } = await app.as(bob).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] });
  expect(sent.seq).toBe(1);
  expect(covers).toEqual({ from: 1, to: 1 });
  expect(changes.rows.messages).toMatchObject([{ text: "Ramen?", seq: 1, senderId: alice.id }]);
  expect(changes.people?.map((it) => it.displayName).sort()).toEqual(["Alice", "Bob"]);
});

test("[S1] [F04] a message sent twice at once is kept once, and both get the same seq", async () => {
  const message = messageIn("Udon?");
  const send = () => app.as(alice).messages.send.mutate(message);

  const [first, retry] = await Promise.all([send(), send()]);

  expect(retry).toEqual(first);
  const rows = await app.db.selectFrom("messages").select("id").where("id", "=", message.messageId).execute();
  expect(rows).toHaveLength(1);
});

test("[C10] an outsider cannot tell that the conversation exists", async () => {
  const pull = () => app.as(carol).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] });
  const send = () => app.as(carol).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Hello?" });

  for (const attempt of [pull, send])
    await expect(attempt()).rejects.toMatchObject({ data: { app: { code: "not_found" } } });
});

test("Bob's start tells him of the head, with Alice's name, and then only of what is new", async () => {
  const whole = await app.as(bob).sync.start.query({ cursor: null });
  expect(whole.isWhole).toBe(true);
  expect(whole.heads).toMatchObject([
    { conversation: { id: lunch }, otherId: alice.id, preview: { senderId: alice.id } },
  ]);
  expect(whole.people).toContainEqual(expect.objectContaining({ displayName: "Alice" }));

  // Whatever else runs in the database holds the cursor back, and then a head is told once more: never lost, sometimes twice.
  await vi.waitFor(async () => {
    const { cursor } = await app.as(bob).sync.start.query({ cursor: whole.cursor });
    const again = await app.as(bob).sync.start.query({ cursor });
    expect(again.isWhole).toBe(false);
    expect(again.heads).toEqual([]);
  }, 30_000);
});

test("[C3] many sends at once are each answered, in dense seqs", async () => {
  const sent = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      app.as(n % 2 ? alice : bob).messages.send.mutate({ ...messageIn(`Number ${n}`), to: undefined }),
    ),
  );

  const seqs = sent.map((it) => it.seq).sort((a, b) => a - b);
  expect(seqs).toEqual(Array.from({ length: 60 }, (_, n) => (seqs[0] ?? 0) + n));
});
