import { directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
const lunch = await directConversationId(alice.id, bob.id);
const hour = 3_600;
let app: App;
let ahead = 0;
beforeAll(async () => {
  app = await startApp({ now: () => new Date(Date.now() + ahead) });
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

async function afterwards<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  ahead = seconds * 1_000;
  return work().finally(() => {
    ahead = 0;
  });
}
const idsFor = async (user: { id: UserId }) => (await readAll(app, user, lunch)).map((it) => it.id);

test("[S12] a message with an hour to live is gone for everyone after it, and its words from the database", async () => {
  const messageId = newId<MessageId>();
  const sent = { conversationId: lunch, messageId, text: "The code is 4711", expiresAfter: hour };
  await app.as(alice).messages.send.mutate(sent);
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId, text: "The code is 4712" });
  const row = (await readAll(app, bob, lunch)).find((it) => it.id === messageId);
  expect(row).toMatchObject({ expiresAfter: hour, expiresAt: expect.any(String) });
  expect(Date.parse(row!.expiresAt!) - Date.parse(row!.createdAt)).toBe(hour * 1_000);

  await afterwards(hour + 1, async () => {
    expect(await idsFor(bob)).not.toContain(messageId);
    await app.runJob("erase-expired");
  });

  const kept = await app.db.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirstOrThrow();
  expect(JSON.stringify(kept)).not.toContain("4711");
  expect(kept).toMatchObject({ text: "", details: {} });
  expect(await app.db.selectFrom("message_versions").selectAll().where("message_id", "=", messageId).execute()).toEqual(
    [],
  );
});

test("a message that lives from its first reading waits for it, and both then know until when", async () => {
  const messageId = newId<MessageId>();
  const asked = {
    conversationId: lunch,
    messageId,
    text: "Burn this",
    expiresAfter: hour,
    expiryStarts: "read",
  } as const;
  const { seq, rev } = await app.as(alice).messages.send.mutate(asked);
  await app.as(alice).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq: seq }] });
  expect((await readAll(app, alice, lunch)).at(-1)).toMatchObject({ id: messageId, expiresAt: null });

  await app.as(bob).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq: seq }] });

  const pulled = await app.as(alice).sync.pull.query({
    conversationId: lunch,
    cursor: rev,
    holding: [{ from: 1, to: seq }],
  });
  expect(pulled.changes.rows.messages).toMatchObject([{ id: messageId, expiresAt: expect.any(String) }]);
  await afterwards(hour + 60, async () => expect(await idsFor(alice)).not.toContain(messageId));
});

test("[S2] whose device was away from before the first reading until after the end is told that it is gone, and no more", async () => {
  const messageId = newId<MessageId>();
  const asked = {
    conversationId: lunch,
    messageId,
    text: "Burn this",
    expiresAfter: hour,
    expiryStarts: "read",
  } as const;
  const { seq, rev } = await app.as(alice).messages.send.mutate(asked);
  await app.as(bob).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq: seq }] });
  const holding = [{ from: 1, to: seq }];

  await afterwards(hour + 60, async () => {
    const pulled = await app.as(alice).sync.pull.query({ conversationId: lunch, cursor: rev, holding });
    expect(pulled.changes.rows.messages).toMatchObject([{ id: messageId, text: "", deletedAt: expect.any(String) }]);
    expect(JSON.stringify(pulled)).not.toContain("Burn");
  });
});

test("a pinned message that is gone is taken down for everyone, also for who was away", async () => {
  const messageId = newId<MessageId>();
  const sent = { conversationId: lunch, messageId, text: "The code is 4711", expiresAfter: hour };
  await app.as(alice).messages.send.mutate(sent);
  const { rev } = await app.as(alice).messages.pin.mutate({ conversationId: lunch, messageId, isPinned: true });

  await afterwards(hour + 1, async () => {
    await app.runJob("erase-expired");
    const pulled = await app.as(bob).sync.pull.query({ conversationId: lunch, cursor: rev, holding: [] });
    expect(pulled.changes.rows.pins).toMatchObject([{ messageId, isRemoved: true }]);
  });
});

test("what a crash left between the reading and the clock is started by the job", async () => {
  const messageId = newId<MessageId>();
  const asked = {
    conversationId: lunch,
    messageId,
    text: "Burn this",
    expiresAfter: hour,
    expiryStarts: "read",
  } as const;
  const { seq } = await app.as(alice).messages.send.mutate(asked);
  await app.db.updateTable("members").set({ read_seq: seq }).where("user_id", "=", bob.id).execute();

  await app.runJob("start-expiry");

  expect((await readAll(app, bob, lunch)).at(-1)?.expiresAt).toEqual(expect.any(String));
});

test("what two agree on holds for what they send from then on, and the timeline says so", async () => {
  await app.as(bob).conversations.setExpiry.mutate({ conversationId: lunch, expiresAfter: hour, expiryStarts: "send" });
  await say(app, alice, lunch, "Short-lived");
  await app
    .as(alice)
    .conversations.setExpiry.mutate({ conversationId: lunch, expiresAfter: null, expiryStarts: "send" });
  await say(app, alice, lunch, "For good");

  const rows = (await readAll(app, bob, lunch)).slice(-4);
  expect(rows).toMatchObject([
    { event: { type: "expiry", expiresAfter: hour, expiryStarts: "send" }, senderId: bob.id },
    { text: "Short-lived", expiresAfter: hour, expiresAt: expect.any(String) },
    { event: { type: "expiry", expiresAfter: null } },
    { text: "For good", expiresAt: null },
  ]);
});

test("in a group it is for those who keep it; an outsider cannot tell that it is there", async () => {
  const conversationId = await startGroup(app, dana, [alice]);
  const set = (user: { id: UserId }) =>
    app.as(user).conversations.setExpiry.mutate({ conversationId, expiresAfter: hour, expiryStarts: "read" });

  await expectRefusal(set(alice), "not_allowed");
  await expectRefusal(set(carol), "not_found");
  const first = await set(dana);
  expect(await set(dana)).toEqual(first);
});
