// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { type DraftFile, directConversationId, type FileId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { patterned } from "../testing/scripted-uploads.ts";
import { startDevice, type TestDevice, until } from "../testing/test-device.ts";
import type { Draft } from "../types.ts";
import { makeDraftFiles } from "./draft-files.ts";

const { alice } = cast;
const saved = await directConversationId(alice.id, alice.id);
const place = { key: saved, conversationId: saved };
let app: App;
const devices: TestDevice[] = [];

beforeAll(async () => {
  app = await startApp({ rooms: true });
  await app.addUser("Alice", alice.id);
}, 60_000);
afterAll(() => app.close());
afterEach(async () => {
  await Promise.all(devices.splice(0).map((it) => it.stop()));
});

async function device() {
  const started = await startDevice(app.url, alice.id, await app.sessionCookieOf(alice));
  devices.push(started);
  return Object.assign(started, { files: makeDraftFiles(started.engine) });
}
type Mine = Awaited<ReturnType<typeof device>>;

const fileOf = (fileId: FileId): DraftFile => ({
  fileId,
  name: "ramen.bin",
  kind: "document",
  mime: "application/octet-stream",
  size: 300_000,
});

async function choose({ files }: Mine): Promise<DraftFile> {
  const fileId = newId<FileId>();
  await files.keep(place, fileId, { fileId, name: "ramen.bin", blob: new Blob([patterned(300_000)]) }, false);
  return fileOf(fileId);
}

const draft = (it: Mine, text: string, ...attachments: DraftFile[]) =>
  it.do.setDraft(saved, text || attachments.length ? { text, ...(attachments.length && { attachments }) } : null);
const draftOn = async (it: Mine) => (await it.db.get("own", ["draft", saved]))?.value as Draft | null | undefined;
const hears = (it: Mine, text: string | undefined) => until(async () => (await draftOn(it))?.text === text, 20_000);
const send = (it: Mine, file: DraftFile) =>
  it.do.sendMessage({
    conversationId: saved,
    to: alice.id,
    attachments: [{ fileId: file.fileId, name: file.name }],
    attached: [file],
  });
const rowOf = (fileId: FileId) =>
  app.db.selectFrom("files").select("state").where("id", "=", fileId).executeTakeFirst();
const isHeld = async (fileId: FileId) =>
  (await app.db.selectFrom("message_files").select("file_id").where("file_id", "=", fileId).execute()).length === 1;

test("O10 Alice chooses without a network; her other device has the draft once she is back, and sends what it never had", async () => {
  const [one, other] = [await device(), await device()];
  one.goOffline();
  const file = await choose(one);
  await draft(one, "Which?", file);
  one.goOnline();

  await hears(other, "Which?");
  expect(await draftOn(other)).toEqual({ text: "Which?", attachments: [file] });
  expect(await rowOf(file.fileId)).toEqual({ state: "ready" });
  await send(other, file);
  await draft(other, "");
  await until(() => isHeld(file.fileId), 20_000);
  await hears(one, undefined);
  expect(await other.db.getAll("bytes")).toEqual([]);
  expect(await one.db.getAll("outbox")).toEqual([]);
});

test("O10 what one device has taken out and the other still names comes back with who has its bytes, and is sent whole", async () => {
  const [one, other] = [await device(), await device()];
  const file = await choose(one);
  await draft(one, "First", file);
  await hears(other, "First");
  one.goOffline();
  await draft(one, "Mine is the last word", file);
  await other.files.letGo(place, [file.fileId]);
  await draft(other, "Without it");
  await until(async () => !(await rowOf(file.fileId)), 20_000);

  one.goOnline();
  await hears(other, "Mine is the last word");
  expect((await draftOn(other))?.attachments).toEqual([file]);
  await send(one, file);
  await draft(one, "");
  await until(() => isHeld(file.fileId), 30_000);
  expect(await rowOf(file.fileId)).toEqual({ state: "ready" });
  await hears(other, undefined);
});
