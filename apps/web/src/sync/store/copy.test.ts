// @vitest-environment node
import { type Changes, type ConversationId, type MessageId, newId, type StartAnswer } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { deleteDB, openDB } from "idb";
import { expect, test } from "vitest";
import { createClock } from "../engine/clock.ts";
import { tidyCopy } from "../engine/open-copy.ts";
import { enqueue } from "../outbox/enqueue.ts";
import { events, makeModelDevice } from "../testing/model-device.ts";
import { type ModelServer, makeModelServer } from "../testing/model-server.ts";
import { timelineMessages } from "../view/timeline-messages.ts";
import { applyLive, applyPulled } from "./apply-changes.ts";
import { applyStart } from "./apply-start.ts";
import { evict } from "./budget.ts";
import { cacheStores, clearCacheStores, type LocalSchema, openExistingDb, openLocalDb, outboxStores } from "./db.ts";
import { lengthOfRanges } from "./ranges.ts";

const now = Date.parse("2026-11-21T12:00:00.000Z");
const serverWith = (count: number) => {
  const server = makeModelServer();
  for (let i = 1; i <= count; i++) server.send(`${i}`);
  return server;
};
const startOf = (server: ModelServer, epoch: string): StartAnswer => ({
  cursor: { epoch, xid: "7", userRev: 0 },
  isWhole: true,
  userId: cast.alice.id,
  user: { scope: `u:${cast.alice.id}`, from: 0, rev: 0, rows: {} },
  heads: [server.head()],
  people: [],
  serverTime: new Date(now).toISOString(),
});
const message = { conversationId: newId<ConversationId>(), messageId: newId<MessageId>(), text: "Not yet sent" };

test("[F26] a device far behind gets the newest page at once; the hole stays until someone scrolls there", async () => {
  const server = serverWith(3);
  const device = await makeModelDevice(server);
  await device.catchUp();
  for (let i = 0; i < 100; i++) server.send(`later ${i}`);

  await device.catchUp();

  expect((await device.local()).held).toEqual([
    { from: 1, to: 3 },
    { from: 100, to: 103 },
  ]);
  expect(await device.rows()).toHaveLength(7);
});

test("[F26] [F27] a crash midway through catching up begins where it stopped, and ends the same", async () => {
  const server = serverWith(12);
  const device = await makeModelDevice(server);
  await device.catchUp();
  const { held, cursor } = await device.local();
  for (let i = 0; i < 20; i++) for (let seq = held[0]!.from; seq <= 12; seq++) server.edit(seq, `round ${i}`);
  const first = server.pull(cursor, held);

  await applyPulled(device.db, first, held);
  device.db.close();
  device.db = await openLocalDb(device.name, events);
  // The answer that had been applied comes once more: nothing stored it but the rows and the cursor, together.
  await applyPulled(device.db, first, held);
  await device.catchUp();

  expect(await device.rows()).toEqual(server.all().filter((row) => row.seq >= held[0]!.from));
});

test("[F07] a change told twice is applied once, and one told too early waits for a pull", async () => {
  const server = serverWith(2);
  const device = await makeModelDevice(server);
  await device.catchUp();
  const [third, fourth] = [server.send("3"), server.send("4")];

  expect((await applyLive(device.db, fourth)).outcome).toBe("gap");
  expect((await applyLive(device.db, third)).outcome).toBe("applied");
  expect((await applyLive(device.db, third)).outcome).toBe("old");
  expect((await applyLive(device.db, fourth)).outcome).toBe("applied");
  expect((await device.rows()).map((row) => row.text)).toEqual(["1", "2", "3", "4"]);
});

test("[F34] after the database was restored, what differs is fetched anew and the outbox stays", async () => {
  const server = serverWith(5);
  const device = await makeModelDevice(server);
  await applyStart(device.db, startOf(server, "before"));
  await device.catchUp();
  await enqueue(device.db, { type: "sendMessage", input: message });
  const restored = makeModelServer(server.id);
  for (let i = 1; i <= 4; i++) restored.send(`restored ${i}`);

  await applyStart(device.db, startOf(restored, "after"));

  expect(await device.rows()).toEqual([]);
  expect(await device.local()).toMatchObject({ cursor: 0, held: [], row: { lastSeq: 4 } });
  expect(await device.db.getAll("outbox")).toMatchObject([{ input: { text: "Not yet sent" } }]);
});

test("[F34] a move to another database that changed nothing costs nothing", async () => {
  const server = serverWith(3);
  const device = await makeModelDevice(server);
  await applyStart(device.db, startOf(server, "PGlite"));
  await device.catchUp();

  await applyStart(device.db, startOf(server, "PostgreSQL"));

  expect(await device.rows()).toHaveLength(3);
});

test("[F35] rows of a kind this version does not know are read again once it knows them", async () => {
  const server = serverWith(2);
  const device = await makeModelDevice(server);
  await device.catchUp();
  const before = await device.local();
  const change = server.send("With a poll");
  const newer = { ...change, rows: { ...change.rows, polls: [{}] } } as Changes;
  await applyLive(device.db, newer);
  server.send("After it");
  await device.catchUp();

  await tidyCopy(device.db, now);
  expect((await device.local()).cursor).toBe(server.rev());

  const it = await device.local();
  await device.db.put("conversations", { ...it, unknown: { ...it.unknown!, kinds: ["messages"] } });
  await tidyCopy(device.db, now);
  expect((await device.local()).cursor).toBe(before.cursor);
  await device.catchUp();
  expect(await device.rows()).toHaveLength(4);
});

test("[F35] a message of a kind this version does not know is kept as it is", async () => {
  const server = serverWith(1);
  server.send("", newId<MessageId>(), { kind: "hologram" });
  const device = await makeModelDevice(server);

  await device.catchUp();

  expect((await device.rows()).map((row) => row.kind)).toEqual(["text", "hologram"]);
});

test("[F25] a message that expires while the device is off is hidden on time and gone on the next start", async () => {
  const server = serverWith(1);
  server.send("Soon gone", newId<MessageId>(), { expiresAt: new Date(now + 60_000).toISOString() });
  const device = await makeModelDevice(server);
  await device.catchUp();
  const shownAt = async (at: number) =>
    timelineMessages(await device.rows(), [], cast.alice.id, at, new WeakMap()).map((it) => it.text);

  expect(await shownAt(now)).toEqual(["1", "Soon gone"]);
  expect(await shownAt(now + 60_000)).toEqual(["1"]);
  await tidyCopy(device.db, now + 61_000);
  expect(await device.rows()).toHaveLength(1);
});

test("[F25] a message of one's own that was gone before the server's row of it came leaves no stand-in behind", async () => {
  const server = serverWith(1);
  const device = await makeModelDevice(server);
  await device.catchUp();
  const { held } = await device.local();
  server.send("Someone else's");
  server.send("Soon gone");
  const gone = { ...server.all()[2]!, rev: 0 };
  await device.db.put("messages", gone);
  await device.db.put("conversations", { ...(await device.local()), held: [...held, { from: 3, to: 3 }] });

  const answer = server.pull((await device.local()).cursor, held);
  const messages = answer.changes.rows.messages!.filter((row) => row.id !== gone.id);
  const pulled = { ...answer, changes: { ...answer.changes, rows: { ...answer.changes.rows, messages } } };
  await applyPulled(device.db, pulled, held, [{ from: 3, to: 3 }]);

  expect((await device.rows()).map((row) => row.text)).toEqual(["1", "Someone else's"]);
});

test("[F33] a device whose clock is a day wrong goes by the server's", () => {
  const clock = createClock({ now: () => now - 86_400_000 });
  clock.heard(new Date(now).toISOString());
  expect(Math.abs(clock.now() - now)).toBeLessThan(1_000);
});

test("[F28] a cold start after the browser threw everything away is a first start", async () => {
  const server = serverWith(3);
  const device = await makeModelDevice(server);
  await device.catchUp();
  device.db.close();
  await deleteDB(device.name);
  device.db = await openLocalDb(device.name, events);

  await applyStart(device.db, startOf(server, "same"));
  await device.catchUp();

  expect(await device.rows()).toEqual(server.all());
});

test("[F28] letting go of history spares the outbox, what is open, and the newest of each conversation", async () => {
  const server = serverWith(4);
  const device = await makeModelDevice(server);
  await device.catchUp();
  await enqueue(device.db, { type: "sendMessage", input: message });

  await evict(device.db, 0, () => true, 2);
  expect(lengthOfRanges((await device.local()).held)).toBe(4);
  await evict(device.db, 0, () => false, 2);

  expect((await device.rows()).map((row) => row.text)).toEqual(["3", "4"]);
  expect(await device.db.getAll("outbox")).toHaveLength(1);
});

test("[F28] [F36] a cache that cannot be read is built anew, and the outbox stays", async () => {
  const server = serverWith(2);
  const device = await makeModelDevice(server);
  await device.catchUp();
  await enqueue(device.db, { type: "sendMessage", input: message });

  await clearCacheStores(device.db);

  for (const store of cacheStores) expect(await device.db.getAll(store)).toEqual([]);
  expect(await device.db.getAll("outbox")).toHaveLength(1);
});

test("[F36] a new version in another tab is let through, and the old tab is told", async () => {
  let isOutdated = false;
  const name = `old${Math.random()}`;
  const db = await openLocalDb(name, { ...events, onOutdated: () => (isOutdated = true) });
  await enqueue(db, { type: "sendMessage", input: message });

  const newer = await openDB<LocalSchema>(name, 99);

  expect(isOutdated).toBe(true);
  expect(await newer.getAll("outbox")).toHaveLength(1);
  newer.close();
  // The old code cannot open it any more, and the service worker of another version leaves it alone.
  await expect(openLocalDb(name, events)).rejects.toThrow();
  expect(await openExistingDb(name)).toBeNull();
});

test("[F36] an upgrade of the local schema rebuilds the cache and keeps the outbox", async () => {
  const name = `upgrade${Math.random()}`;
  const old = await openDB<LocalSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore("outbox", { keyPath: "n", autoIncrement: true });
      db.createObjectStore("people");
    },
  });
  const elsewhere = await openLocalDb(`${name} beside`, events);
  await old.add("outbox", await enqueue(elsewhere, { type: "sendMessage", input: message }));
  elsewhere.close();
  old.close();

  const db = await openLocalDb(name, events, 2);

  expect(await db.getAll("outbox")).toMatchObject([{ input: { text: "Not yet sent" } }]);
  expect([...db.objectStoreNames]).toEqual([...cacheStores, ...outboxStores, "bytes", "chosen"].toSorted());
  db.close();
});
