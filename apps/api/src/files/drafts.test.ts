import {
  type ConversationId,
  directConversationId,
  type FileId,
  type MessageId,
  newId,
  type UserId,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { type App, startApp } from "../testing/index.ts";
import { fetchFile, sendFiles, upload, uploaderOf } from "../testing/uploads.ts";

const { alice, bob } = cast;
const lunch = await directConversationId(alice.id, bob.id);
const day = 24 * 3_600_000;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

const fileOf = (fileId: FileId, more: object = {}) => ({
  fileId,
  name: "menu.txt",
  kind: "document",
  mime: "text/plain",
  size: 5,
  ...more,
});
const draft = (user: { id: UserId }, fileIds: FileId[], key: ConversationId = lunch) =>
  app.as(user).sync.setOwn.mutate({
    kind: "draft",
    key,
    value: fileIds.length ? { text: "", attachments: fileIds.map((it) => fileOf(it)) } : null,
  });
const rowOf = (id: FileId) => app.db.selectFrom("files").select("state").where("id", "=", id).executeTakeFirst();
const draftOf = async () => {
  const { user } = await app.as(alice).sync.start.query({ cursor: null });
  return (user.rows.own ?? []).find((it) => it.kind === "draft" && it.key === lunch)?.value;
};
const seen = async (user: { id: UserId }, fileId: FileId) =>
  (await fetchFile(app, user, { messageId: lunch as string as MessageId, fileId })).status;

/** Runs the job that erases what nobody holds, when nothing has come of these for so long. */
async function afterDays(days: number, ...fileIds: FileId[]) {
  const touched_at = new Date(Date.now() - days * day);
  if (days > 0) await app.db.updateTable("files").set({ touched_at }).where("id", "in", fileIds).execute();
  await app.runJob("remove-stale-uploads");
}

test("a file that waits in a draft is there for its owner's devices, and for nobody else", async () => {
  const fileId = await upload(app, alice, Buffer.from("ramen"));
  expect(await seen(alice, fileId)).toBe(404);
  await draft(alice, [fileId]);

  expect(await seen(alice, fileId)).toBe(200);
  expect(await seen(bob, fileId)).toBe(404);
  await draft(bob, [fileId]);
  expect(await seen(bob, fileId)).toBe(404);
  expect(await draftOf()).toEqual({ text: "", attachments: [fileOf(fileId)] });
});

test("a file lives as long as the draft that holds it, and a day longer; another's draft holds nothing", async () => {
  const [held, named] = [await upload(app, alice, Buffer.from("held")), await upload(app, alice, Buffer.from("named"))];
  await draft(alice, [held]);
  await draft(bob, [named]);
  expect((await (await uploaderOf(app, alice)).stop(held)).status).toBe(409);
  await afterDays(40, held, named);
  expect(await rowOf(held)).toEqual({ state: "ready" });
  expect(await rowOf(named)).toBeUndefined();

  await draft(alice, []);
  // A message that takes it along may be on its way.
  await afterDays(0);
  expect(await rowOf(held)).toEqual({ state: "ready" });
  await afterDays(2, held);
  expect(await rowOf(held)).toBeUndefined();
});

test("what Alice takes out of her draft is erased at once when her device says so", async () => {
  const [gone, stays] = [await upload(app, alice, Buffer.from("gone")), await upload(app, alice, Buffer.from("stays"))];
  await draft(alice, [gone, stays]);
  await draft(alice, [stays]);
  const uploader = await uploaderOf(app, alice);
  expect((await uploader.stop(gone)).status).toBe(204);
  expect([await rowOf(gone), await rowOf(stays)]).toEqual([undefined, { state: "ready" }]);
});

test("what a draft held is sent without being uploaded again, and stays on the message when the draft is cleared", async () => {
  const fileId = await upload(app, alice, Buffer.from("ramen"));
  await draft(alice, [fileId]);
  const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
  await draft(alice, []);
  await afterDays(3, fileId);
  expect((await fetchFile(app, bob, { messageId, fileId })).status).toBe(200);
});

test("a file that Alice removes everywhere leaves her draft and what she has scheduled", async () => {
  const [fileId, other] = [await upload(app, alice, Buffer.from("a")), await upload(app, alice, Buffer.from("b"))];
  await draft(alice, [fileId, other]);
  const sendAt = new Date(Date.now() + day).toISOString();
  const key = newId<MessageId>();
  const value = { conversationId: lunch, text: "", sendAt, attachments: [fileOf(fileId)] };
  await app.as(alice).sync.setOwn.mutate({ kind: "scheduled", key, value });
  expect((await fetchFile(app, alice, { messageId: key, fileId })).status).toBe(200);

  await app.as(alice).files.remove.mutate({ fileIds: [fileId] });
  expect(await draftOf()).toEqual({ text: "", attachments: [fileOf(other)] });
  const { user } = await app.as(alice).sync.start.query({ cursor: null });
  expect((user.rows.own ?? []).find((it) => it.key === key)?.value ?? null).toBeNull();
  await vi.waitFor(async () => expect(await rowOf(fileId)).toBeUndefined());
});

test("a draft says of its files what a file can be, and no more than a draft may hold", async () => {
  const set = (attachments: unknown) =>
    app.as(alice).sync.setOwn.mutate({ kind: "draft", key: lunch, value: { text: "", attachments } });
  const file = fileOf(newId<FileId>());
  for (const wrong of [
    [],
    [{ ...file, kind: "page" }],
    [{ ...file, mime: "text" }],
    [{ ...file, size: -1 }],
    [{ ...file, ownerId: bob.id }],
    Array.from({ length: 51 }, () => file),
    { 0: file },
  ])
    await expectRefusal(set(wrong), "bad_input");
});
