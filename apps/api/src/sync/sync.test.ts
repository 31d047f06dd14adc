import { directConversationId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { befriend } from "../testing/befriend.ts";
import { expectRefusal } from "../testing/errors.ts";
import { say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol } = cast;
const lunch = await directConversationId(alice.id, bob.id);
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
  await befriend(app, alice, bob);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

const readMarks = async () => {
  const { marks } = await app.as(alice).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [], marks: true });
  return marks?.find((it) => it.userId === bob.id);
};

test("[S2] a pull from the cursor answers with what changed since, and nothing twice", async () => {
  const first = await app.as(bob).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] });
  const cursor = first.changes.rev;
  const { messageId } = await say(app, alice, lunch, "Udon?");
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId, text: "Soba?" });

  const next = await app
    .as(bob)
    .sync.pull.query({ conversationId: lunch, cursor, holding: first.covers ? [first.covers] : [] });
  const last = await app
    .as(bob)
    .sync.pull.query({ conversationId: lunch, cursor: next.changes.rev, holding: [{ from: 1, to: 2 }] });

  expect(textsOf(next.changes.rows.messages ?? [])).toEqual(["Soba?"]);
  expect(next).toMatchObject({ covers: { from: 2, to: 2 }, more: false, changes: { from: cursor } });
  expect(last.changes).toMatchObject({
    from: next.changes.rev,
    rev: next.changes.rev,
    rows: { messages: [], members: [] },
  });
});

test("[S3] a device far behind gets changes to what it holds and the newest page; the rest is a hole to fill", async () => {
  const long = await startGroup(app, alice, [bob]);
  const first = await say(app, alice, long, "The first");
  const { changes } = await app.as(bob).sync.pull.query({ conversationId: long, cursor: 0, holding: [] });
  await fill(long, 500);
  await app
    .as(alice)
    .messages.edit.mutate({ conversationId: long, messageId: first.messageId, text: "The very first" });

  const pulled = await app
    .as(bob)
    .sync.pull.query({ conversationId: long, cursor: changes.rev, holding: [{ from: 1, to: 2 }] });

  expect(pulled.covers).toEqual({ from: 443, to: 502 });
  expect(pulled.changes.rows.messages?.map((it) => it.seq)).toEqual([
    2,
    ...Array.from({ length: 60 }, (_, n) => 443 + n),
  ]);
  const page = await app.as(bob).messages.before.query({ conversationId: long, seq: 443, limit: 100 });
  expect(page).toMatchObject({ covers: { from: 343, to: 442 } });
  expect(page.messages).toHaveLength(100);
});

test("[S4] a page of changes ends between two revs, and the next begins there", async () => {
  const long = await startGroup(app, alice, [bob]);
  await fill(long, 700);
  const holding = [{ from: 1, to: 701 }];

  const pages: number[] = [];
  let cursor = 0;
  for (;;) {
    const { changes, more, covers } = await app.as(bob).sync.pull.query({ conversationId: long, cursor, holding });
    pages.push(changes.rows.messages?.length ?? 0);
    expect(changes.from).toBe(cursor);
    cursor = changes.rev;
    if (!more) break;
    expect(covers).toBeNull();
  }

  expect(pages.reduce((sum, count) => sum + count, 0)).toBe(701);
  expect(Math.max(...pages)).toBeLessThanOrEqual(300);
});

test("[S3] before, after and around answer for stretches without gaps", async () => {
  const long = await startGroup(app, alice, [bob]);
  await fill(long, 30);
  const { messages } = app.as(bob);

  expect(await messages.before.query({ conversationId: long, seq: 5, limit: 10 })).toMatchObject({
    covers: { from: 1, to: 4 },
  });
  expect(await messages.after.query({ conversationId: long, seq: 28, limit: 10 })).toMatchObject({
    covers: { from: 29, to: 31 },
  });
  expect(await messages.around.query({ conversationId: long, seq: 15, limit: 10 })).toMatchObject({
    covers: { from: 11, to: 20 },
  });
  expect(await messages.after.query({ conversationId: long, seq: 31 })).toMatchObject({ messages: [], covers: null });
  expect(await messages.before.query({ conversationId: long, seq: 1 })).toMatchObject({ messages: [], covers: null });
  expect(
    (await messages.around.query({ conversationId: long, seq: Number.MAX_SAFE_INTEGER - 1, limit: 4 })).messages,
  ).toHaveLength(2);
});

test("[C9] [F40] marks only grow, and never past what is there", async () => {
  const mark = (readSeq: number, deliveredSeq = 0) =>
    app.as(bob).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq, deliveredSeq }] });

  await mark(0, 2);
  expect(await readMarks()).toMatchObject({ readSeq: 0, deliveredSeq: 2 });
  await mark(1);
  await mark(0);
  expect(await readMarks()).toMatchObject({ readSeq: 1, deliveredSeq: 2 });
  await mark(9_999_999_999, 9_999_999_999);
  const { heads } = await app.as(bob).sync.start.query({ cursor: null });
  const head = heads.find((it) => it.conversation.id === lunch);
  expect(head?.me.readSeq).toBe(head?.conversation.lastSeq);
});

test("marking a conversation one is not in is passed over without a word", async () => {
  expect(
    await app.as(carol).sync.mark.mutate({
      marks: [
        { conversationId: lunch, readSeq: 1 },
        { conversationId: newId(), readSeq: 1 },
      ],
    }),
  ).toEqual({});
});

test("another device learns of a read mark from its start cursor", async () => {
  const { cursor } = await app.as(alice).sync.start.query({ cursor: null });
  await say(app, bob, lunch, "Rice?");
  // Others may come again, for as long as a transaction that began before is under way anywhere on the same server.
  const headOf = async () =>
    (await app.as(alice).sync.start.query({ cursor })).heads.find((it) => it.conversation.id === lunch);
  const lastSeq = (await headOf())?.conversation.lastSeq ?? 0;
  await app.as(alice).sync.mark.mutate({ marks: [{ conversationId: lunch, readSeq: lastSeq }] });

  expect(await headOf()).toMatchObject({ me: { readSeq: lastSeq } });
});

test("[S7] [F34] with a cursor of another life of the database, all heads come again, and a pull begins anew", async () => {
  const { cursor } = await app.as(bob).sync.start.query({ cursor: null });

  const other = await app.as(bob).sync.start.query({ cursor: { ...cursor, epoch: "another" } });
  expect(other.isWhole).toBe(true);
  expect(other.heads.map((it) => it.conversation.id)).toContain(lunch);
  const pulled = await app.as(bob).sync.pull.query({ conversationId: lunch, cursor: 1_000_000, holding: [] });
  expect(pulled.changes.rows.members).toHaveLength(2);
  expect(pulled.changes.rev).toBeLessThan(1_000_000);
});

test("[S11] a user's own rows reach their other devices, and are checked by kind", async () => {
  const { cursor } = await app.as(carol).sync.start.query({ cursor: null });
  const set = (input: Parameters<ReturnType<App["as"]>["sync"]["setOwn"]["mutate"]>[0]) =>
    app.as(carol).sync.setOwn.mutate(input);
  await set({ kind: "preference", key: "theme", value: { name: "dark" } });
  await set({ kind: "draft", key: lunch, value: { text: "So\u0000 \ud800" } });
  await set({ kind: "preference", key: "theme", value: null });

  const { user } = await app.as(carol).sync.start.query({ cursor });
  expect(user.rows.own).toMatchObject([
    { kind: "draft", key: lunch, value: { text: "So \ufffd" } },
    { kind: "preference", key: "theme", value: null },
  ]);
  for (const value of [undefined, "x".repeat(5_000), "\u0000", "\ud800"])
    await expectRefusal(set({ kind: "preference", key: "theme", value }), "bad_input");
  await expectRefusal(set({ kind: "draft", key: "not-an-id", value: null }), "bad_input");
  await expectRefusal(set({ kind: "block", key: carol.id, value: true }), "bad_input");
});

test("[S5] a changed profile reaches who shares a conversation, and nobody else", async () => {
  const [bobs, carols] = await Promise.all(
    [bob, carol].map(async (user) => (await app.as(user).sync.start.query({ cursor: null })).cursor),
  );
  await app.as(alice).accounts.updateProfile.mutate({ displayName: "Alice B." });

  expect((await app.as(bob).sync.start.query({ cursor: bobs! })).people).toContainEqual(
    expect.objectContaining({ id: alice.id, displayName: "Alice B." }),
  );
  expect((await app.as(carol).sync.start.query({ cursor: carols! })).people.map((it) => it.id)).not.toContain(alice.id);
});

/** Many messages of Alice's, each with a rev of its own, without asking the API for every one. */
async function fill(conversationId: typeof lunch, count: number) {
  await sql`
    insert into messages (id, conversation_id, seq, rev, sender_id, kind, text)
    select gen_random_uuid(), c.id, c.last_seq + n, c.rev + n, ${alice.id}, 'text', 'Number ' || n
    from conversations c, generate_series(1, ${count}::int) n where c.id = ${conversationId}`.execute(app.db);
  await sql`update conversations set rev = rev + ${count}::int, last_seq = last_seq + ${count}::int where id = ${conversationId}`.execute(
    app.db,
  );
}
