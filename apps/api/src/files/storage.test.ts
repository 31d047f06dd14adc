import {
  type ConversationId,
  directConversationId,
  type FileId,
  type MessageId,
  newId,
  type UserId,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { fetchFile, sendFiles, upload, uploaderOf } from "../testing/uploads.ts";

const { alice, bob, dana } = cast;
let app: App;
let ahead = 0;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp({ config: { storageBytes: 100_000 }, now: () => new Date(Date.now() + ahead) });
  for (const { displayName, id } of [alice, bob, dana]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob]);
});
afterAll(() => app.close());

const rowOf = (fileId: FileId) => app.db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst();
const storageOf = (user: { id: UserId }) => app.as(user).files.storage.query();
const forward = async (user: { id: UserId }, messageId: MessageId, conversationId: ConversationId) => {
  const id = newId<MessageId>();
  await app.as(user).messages.send.mutate({
    conversationId,
    messageId: id,
    forward: { conversationId: lunch, messageId, isNamed: true },
  });
  return id;
};

test("Alice sees what her files take, and cleaning up gives her the room back", async () => {
  const large = await upload(app, alice, Buffer.alloc(60_000, "a"), "large.txt");
  const small = await upload(app, alice, Buffer.alloc(1_000, "b"), "small.txt");
  const { messageId, seq } = await sendFiles(app, alice, lunch, [large]);
  await sendFiles(app, alice, lunch, [large, small], { text: "Both" });

  const storage = await storageOf(alice);
  expect(storage).toMatchObject({
    usedBytes: 61_000,
    limitBytes: 100_000,
    byKind: [{ kind: "document", bytes: 61_000, count: 2 }],
  });
  expect(storage.largest.map((it) => [it.name, it.size, it.heldCount])).toEqual([
    ["large.txt", 60_000, 2],
    ["small.txt", 1_000, 1],
  ]);
  expect(storage.largest[1]?.heldBy).toMatchObject({ conversationId: lunch, seq: seq + 1 });

  const uploader = await uploaderOf(app, alice);
  const refused = await uploader.begin(newId<FileId>(), 50_000);
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({
    error: { data: { app: { code: "too_large", reason: "storage_full" } } },
  });

  expect(await app.as(alice).files.remove.mutate({ fileIds: [large] })).toEqual({ removedCount: 1 });
  const messages = await readAll(app, bob, lunch);
  expect(messages.find((it) => it.id === messageId)).toMatchObject({ deletedAt: expect.any(String) });
  expect(messages.at(-1)).toMatchObject({ text: "Both", attachments: [{ fileId: small }] });
  expect(await storageOf(alice)).toMatchObject({ usedBytes: 1_000 });
  expect((await uploader.begin(newId<FileId>(), 50_000)).status).toBe(201);
});

test("many uploads begun at once never find more room than there is", async () => {
  const uploader = await uploaderOf(app, dana);
  const statuses = await Promise.all(
    Array.from({ length: 12 }, async () => (await uploader.begin(newId<FileId>(), 15_000)).status),
  );
  expect(statuses.filter((it) => it === 201)).toHaveLength(6);
  expect((await storageOf(dana)).usedBytes).toBe(90_000);
});

test("what Bob has passed on stays with him when Alice cleans up, and counts as his", async () => {
  const fileId = await upload(app, alice, Buffer.alloc(2_000, "c"));
  const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
  const passedOn = await forward(bob, messageId, await startGroup(app, bob, []));
  const before = (await storageOf(bob)).usedBytes;

  await app.as(alice).files.remove.mutate({ fileIds: [fileId] });

  expect((await fetchFile(app, bob, { messageId: passedOn, fileId })).status).toBe(200);
  expect((await storageOf(bob)).usedBytes).toBe(before + 2_000);
});

test("uploads that stopped and files that were never sent are erased after a day, others stay", async () => {
  const [unsent, sent, stopped] = [
    await upload(app, bob, Buffer.from("x")),
    await upload(app, bob, Buffer.from("y")),
    newId<FileId>(),
  ];
  await (await uploaderOf(app, bob)).begin(stopped, 10);
  await sendFiles(app, bob, lunch, [sent]);
  await app.runJob("remove-stale-uploads");
  expect(await rowOf(unsent)).toBeDefined();

  ahead = 25 * 3_600_000;
  const late = await upload(app, bob, Buffer.from("z"));
  await app.runJob("remove-stale-uploads").finally(() => {
    ahead = 0;
  });
  expect([await rowOf(unsent), await rowOf(stopped)]).toEqual([undefined, undefined]);
  expect([(await rowOf(sent))?.state, (await rowOf(late))?.state]).toEqual(["ready", "ready"]);
});

test("a message that expires takes its file with it", async () => {
  const fileId = await upload(app, bob, Buffer.from("burn this"));
  const messageId = newId<MessageId>();
  const attachments = [{ fileId, name: "burn.txt" }];
  await app.as(bob).messages.send.mutate({ conversationId: lunch, messageId, attachments, expiresAfter: 3_600 });
  ahead = 3_700_000;
  const gone = await fetchFile(app, alice, { messageId, fileId });
  await app.runJob("erase-expired");
  ahead = 0;
  expect(gone.status).toBe(404);
  expect(await rowOf(fileId)).toBeUndefined();
});

test("who deletes their account takes their files along, and their words stay", async () => {
  const erin = await app.addUser("Erin");
  const own = await startGroup(app, bob, [erin]);
  const fileId = await upload(app, erin, Buffer.from("mine"));
  await sendFiles(app, erin, own, [fileId], { text: "Look" });
  await upload(app, erin, Buffer.from("never sent"));
  await app.as(erin).accounts.deleteAccount.mutate();

  await vi.waitFor(async () => expect(await rowOf(fileId)).toBeUndefined());
  const messages = await readAll(app, bob, own);
  expect(messages.find((it) => it.text === "Look")).not.toHaveProperty("attachments");
  expect(await app.db.selectFrom("files").select("id").where("owner_id", "=", erin.id).execute()).toEqual([]);
});

test("a gallery shows media, files, links and voice, of all conversations or one, by sender, time and name", async () => {
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const ferry = await startGroup(app, alice, [bob]);
  const notes = await directConversationId(alice.id, alice.id);
  const [photo, pdf, song] = [
    await upload(app, alice, picture),
    await upload(app, bob, Buffer.from("%PDF-1.7\n%\n")),
    await upload(
      app,
      alice,
      Buffer.from("OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01", "latin1"),
    ),
  ];
  const first = await sendFiles(app, alice, ferry, [{ fileId: photo, name: "Harbour.png" }]);
  const second = await sendFiles(app, bob, ferry, [{ fileId: pdf, name: "Timetable 2026.pdf" }]);
  const third = await sendFiles(app, alice, notes, [{ fileId: song, name: "note.ogg", as: "voice" }], { to: alice.id });
  const fourth = await say(app, bob, ferry, "See https://example.org/ferry");

  const list = async (input: Parameters<ReturnType<App["as"]>["files"]["list"]["query"]>[0]) =>
    (await app.as(alice).files.list.query(input)).messages.map((it) => it.id);
  const here = { conversationId: ferry };
  expect(await list({ kind: "media", ...here })).toEqual([first.messageId]);
  expect(await list({ kind: "files", ...here })).toEqual([second.messageId]);
  expect(await list({ kind: "links", ...here })).toEqual([fourth.messageId]);
  expect(await list({ kind: "voice" })).toEqual([third.messageId]);
  expect(await list({ kind: "voice", ...here })).toEqual([]);
  expect(await list({ kind: "files", ...here, senderId: alice.id })).toEqual([]);
  expect(await list({ kind: "files", name: "TIMETABLE" })).toEqual([second.messageId]);
  expect(await list({ kind: "media", name: "100%" })).toEqual([]);
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  expect(await list({ kind: "media", from: hour(-1), to: hour(1), ...here })).toEqual([first.messageId]);
  expect(await list({ kind: "media", to: hour(-1) })).toEqual([]);

  const more = await Promise.all([1, 2, 3].map(() => upload(app, alice, picture)));
  for (const it of more) await sendFiles(app, alice, ferry, [it]);
  const page = await app.as(bob).files.list.query({ kind: "media", ...here, limit: 3 });
  const rest = await app.as(bob).files.list.query({ kind: "media", ...here, limit: 3, after: page.messages[2]!.id });
  expect([page.more, rest.more]).toEqual([true, false]);
  expect([...page.messages, ...rest.messages].at(-1)?.id).toBe(first.messageId);

  const find = async (query: string) =>
    (await app.as(alice).search.messages.query({ query, ...here })).messages.map((it) => it.id);
  expect(await find("has:file timetable")).toEqual([second.messageId]);
  expect(await find("has:image harbour")).toEqual([first.messageId]);
  expect(await find("has:audio")).toEqual([]);
});
