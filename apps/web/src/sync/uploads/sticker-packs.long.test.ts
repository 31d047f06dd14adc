// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { directConversationId, type FileId, type KeptPack, newId, type StickerPackId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startDevice, type TestDevice, until } from "../testing/test-device.ts";

const { alice } = cast;
const saved = await directConversationId(alice.id, alice.id);
/** A picture of one dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
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

async function device(): Promise<TestDevice> {
  const started = await startDevice(app.url, alice.id, await app.sessionCookieOf(alice));
  devices.push(started);
  return started;
}

function newPack() {
  const fileId = newId<FileId>();
  const pack: KeptPack = {
    name: "Soups",
    ownerId: alice.id,
    stickers: [{ fileId, emoji: "🍜", width: 1, height: 1 }],
  };
  return { packId: newId<StickerPackId>(), fileId, pack, files: [{ fileId, name: "dot.png", blob: new Blob([dot]) }] };
}
const keptBy = (it: TestDevice, packId: StickerPackId) => it.db.get("own", ["stickers", packId]);

test("O10 a pack that Alice makes offline leaves after its pictures, and her other device has it", async () => {
  const [one, other] = [await device(), await device()];
  const { packId, fileId, pack, files } = newPack();
  one.goOffline();
  await one.do.setStickers(packId, pack, files);
  await one.do.sendMessage({
    conversationId: saved,
    to: alice.id,
    attachments: [{ fileId, name: "sticker.webp", as: "sticker", alt: "🍜" }],
  });
  expect(await one.db.getAll("uploads")).toMatchObject([{ fileId, messageId: packId, state: "waiting" }]);

  one.goOnline();
  await until(async () => (await keptBy(one, packId))?.value);
  await until(async () => (await keptBy(other, packId))?.value);
  expect((await keptBy(other, packId))?.value).toEqual(pack);
  await until(async () => (await one.db.getAll("outbox")).length === 0, 30_000);
  expect(await one.db.getAll("uploads")).toEqual([]);
  const held = await app.db.selectFrom("message_files").select("kind").where("file_id", "=", fileId).execute();
  expect(held).toEqual([{ kind: "sticker" }]);
});

test("O10 a pack that Alice gives up before it left takes its pictures back", async () => {
  const one = await device();
  const { packId, fileId, pack, files } = newPack();
  one.goOffline();
  await one.do.setStickers(packId, pack, files);
  await one.do.setStickers(packId, null);
  one.goOnline();

  await until(
    async () => (await one.db.getAll("outbox")).length === 0 && (await one.db.getAll("uploads")).length === 0,
  );
  expect((await keptBy(one, packId))?.value ?? null).toBeNull();
  expect(await app.db.selectFrom("files").select("id").where("id", "=", fileId).execute()).toEqual([]);
});

test("O9 a pack that the server refuses stays with its reason, and goes with its pictures when it is put away", async () => {
  const one = await device();
  const { packId, pack, files } = newPack();
  await one.do.setStickers(packId, pack, [{ ...files[0]!, blob: new Blob(["no picture"]) }]);

  const refused = await until(async () => (await one.db.getAll("outbox")).find((it) => it.state === "failed"));
  expect(refused).toMatchObject({ type: "setOwn", input: { key: packId }, failure: { code: "bad_input" } });
  await one.do.discard(refused.id);
  await until(async () => (await one.db.getAll("uploads")).length === 0);
  expect(await one.db.getAll("outbox")).toEqual([]);
});
