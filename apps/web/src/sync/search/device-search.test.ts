// @vitest-environment node
import { type App, sendFiles, startApp, upload } from "@parley/api/testing";
import { type ConversationId, directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clearCacheStores } from "../store/db.ts";
import { forgetConversation } from "../store/forget.ts";
import { startDevice, type TestDevice, until } from "../testing/test-device.ts";
import { type Blocks, holdBlocks } from "./blocks.ts";
import { findOnDevice } from "./find-on-device.ts";
import { indexSome, matchIndex } from "./keep-index.ts";
import { openSearchDb, type SearchDb } from "./search-db.ts";

const { alice, bob } = cast;
const words = [
  "ramen",
  "Ramén",
  "noon",
  "đà",
  "Đà Nẵng",
  "da",
  "東京タワー",
  "京都",
  "المكتبة",
  "مكتبة",
  "#Lunch",
  "🎉",
];
const more = ["https://example.org/menu", "don't", "see you", "you", "x", "straße", "한국어를", "#lunchtime", "и", "й"];

let app: App;
let device: TestDevice;
let index: SearchDb;
let blocks: Blocks;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  lunch = await startGroup("Lunch club");
  const random = fc.sample(fc.array(fc.constantFrom(...words, ...more), { minLength: 1, maxLength: 6 }), {
    numRuns: 90,
    seed: 7,
  });
  const saved = await directConversationId(alice.id, alice.id);
  const elsewhere = [lunch, await startGroup("Ferry terminal"), await directConversationId(alice.id, bob.id)];
  for (const [i, it] of random.entries()) {
    const text = it.join(i % 3 ? " " : ", ");
    if (i % 9 === 8) await send(alice, saved, text, alice.id);
    else await send(i % 2 ? alice : bob, elsewhere[i % 3]!, text, i % 2 ? bob.id : alice.id);
  }
  const png = Buffer.from(
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IDAT",
    "latin1",
  );
  const [menu, gull] = [await upload(app, alice, Buffer.from("Ramen")), await upload(app, bob, png)];
  await sendFiles(app, alice, lunch, [{ fileId: menu, name: "Timetable 2026.pdf" }], { text: "noon" });
  await sendFiles(app, bob, lunch, [{ fileId: gull, name: "IMG_1.png", alt: "A gull by the ramen place" }]);
  const { messages } = await app.as(alice).messages.after.query({ conversationId: lunch, seq: 1, limit: 9 });
  for (const { id: messageId } of messages.slice(0, 3))
    await app.as(alice).messages.pin.mutate({ conversationId: lunch, messageId, isPinned: true });

  const kept = await app.as(alice).messages.after.query({ conversationId: saved, seq: 0, limit: 99 });
  for (const [i, { id: key, seq }] of kept.messages.entries())
    if (i % 2)
      await app.as(alice).sync.setOwn.mutate({
        ...{ kind: "tag", key },
        value: { seq, tags: [["Errands", "Lunch"], ["To do"], ["việc nhà", "Errands"]][i % 3] },
      });

  device = await startDevice(app.url, alice.id, await app.sessionCookieOf(alice), { hasSockets: false });
  await until(async () => {
    const held = await device.db.getAll("conversations");
    return held.length === 4 && held.every((it) => it.cursor >= it.headRev && it.held.length > 0);
  });
  index = await openSearchDb("search-test");
  await matchIndex(device.db, index);
  blocks = holdBlocks(index);
  await catchUp();
});
afterAll(async () => {
  await device.stop();
  await app.close();
  index.close();
});

const startGroup = async (title: string) => {
  const conversationId = newId<ConversationId>();
  await app.as(alice).conversations.createGroup.mutate({ conversationId, title, memberIds: [bob.id] });
  return conversationId;
};
async function send(from: { id: UserId }, conversationId: ConversationId, text: string, to?: UserId) {
  const messageId = newId<MessageId>();
  const isDirect = to && conversationId === (await directConversationId(from.id, to));
  await app.as(from).messages.send.mutate({ conversationId, messageId, text, ...(isDirect && { to }) });
  return messageId;
}
async function catchUp() {
  for (;;) {
    const changed = await indexSome(device.db, index);
    blocks.changed(changed);
    if (changed.length === 0) return;
  }
}

const online = async (query: string, conversationId?: ConversationId) =>
  (await app.as(alice).search.messages.query({ query, conversationId, limit: 50, timeZone: "Asia/Tokyo" })).messages;
const onDevice = async (text: string, conversationId?: ConversationId) =>
  (
    await findOnDevice(device.db, blocks, {
      ...{ text, conversationId, me: alice.id, limit: 50, timeZone: "Asia/Tokyo", now: Date.now() },
    })
  ).messages;
const textsOf = (messages: { id: string; text: string }[]) => messages.map((it) => `${it.text} (${it.id})`).sort();

const word = fc.constantFrom(
  "ram",
  "ramen",
  "noon",
  "da",
  "da nang",
  "東京",
  "京",
  "タワ",
  "مكتبة",
  "المك",
  "x",
  "🎉",
  "don't",
  "you",
  "и",
);
const operator = fc.constantFrom(
  ...["from:me", `from:${bob.displayName.toLowerCase()}`, "from:nobody", "in:lunch", "in:bob", "in:ferry", "in:saved"],
  ...[
    "has:link",
    "has:poll",
    "has:file",
    "has:image",
    "timetable",
    "gull",
    "is:pinned",
    "is:saved",
    "#lunch",
    "#lun*",
    "#errands",
    "#err*",
    "#todo",
    "#viecnha",
    "before:today",
    "on:today",
    "after:yesterday",
  ],
  ...['"see you"', '"ramen noon"', "ra*", "before:2020-01-01", "on:2020", "has:nonsense"],
);
const term = fc.oneof(word, operator);
const query = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: "small" },
    term,
    term.map((it) => `-${it}`),
    fc.tuple(tie("query"), tie("query")).map((it) => it.join(" ")),
    fc.tuple(tie("query"), tie("query")).map((it) => `(${it.join(" OR ")})`),
    tie("query").map((it) => `-(${it})`),
  ),
})).query;

test("the device finds of what it holds what the server finds, for every operator", async () => {
  await fc.assert(
    fc.asyncProperty(query, fc.boolean(), async (text, isWithin) => {
      const within = isWithin ? lunch : undefined;
      expect(textsOf(await onDevice(text, within)), text).toEqual(textsOf(await online(text, within)));
    }),
    { numRuns: 250 },
  );
}, 120_000);

test("what comes, changes and goes is found as it is by then", async () => {
  const messageId = await send(bob, lunch, "Gazpacho on Sunday");
  const find = async (text: string) => {
    await catchUp();
    return (await onDevice(text)).map((it) => it.text);
  };
  device.wake();
  await until(async () => (await find("gazpacho")).length === 1);

  await app.as(bob).messages.edit.mutate({ conversationId: lunch, messageId, text: "Paella on Sunday" });
  device.wake();
  await until(async () => (await find("paella")).length === 1);
  expect(await find("gazpacho")).toEqual([]);

  await app.as(bob).messages.delete.mutate({ conversationId: lunch, messageId });
  device.wake();
  await until(async () => (await find("paella")).length === 0);
  await catchUp();
  const kept = (await index.getAll("blocks")).map((it) => it.terms).join();
  expect(kept).not.toContain("paella");
});

test("a page goes on where the one before it ended", async () => {
  const all = await onDevice("-nothing", lunch);
  const search = { text: "-nothing", conversationId: lunch, me: alice.id, timeZone: "UTC", now: Date.now() };
  const first = await findOnDevice(device.db, blocks, { ...search, limit: 7 });
  const second = await findOnDevice(device.db, blocks, { ...search, limit: 50, after: first.last ?? undefined });
  expect([first.more, second.more]).toEqual([true, false]);
  expect([...first.messages, ...second.messages].map((it) => it.id)).toEqual(all.map((it) => it.id));
});

test("an index that was killed between looking and noting looks again; one that is lost is made anew", async () => {
  const before = textsOf(await onDevice("ramen"));
  await index.clear("blocks");
  await index.put("meta", "another", "index");
  expect(await matchIndex(device.db, index)).toBe(false);
  // Killed in the middle.
  await indexSome(device.db, index, 1);
  expect(await matchIndex(device.db, index)).toBe(true);
  blocks = holdBlocks(index);
  await catchUp();
  expect(textsOf(await onDevice("ramen"))).toEqual(before);
});

test("nothing is found in what this device has let go of, and no word of it is kept", async () => {
  await forgetConversation(device.db, lunch);
  await catchUp();
  expect(await onDevice("-nothing", lunch)).toEqual([]);
  expect((await index.getAll("blocks")).filter((it) => it.conversationId === lunch)).toEqual([]);

  await device.engine.stop();
  await clearCacheStores(device.db);
  expect(await matchIndex(device.db, index)).toBe(false);
  blocks = holdBlocks(index);
  await catchUp();
  expect(await onDevice("-nothing")).toEqual([]);
});
