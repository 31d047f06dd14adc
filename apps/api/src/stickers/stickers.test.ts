import {
  type Attachment,
  directConversationId,
  type FileId,
  limits,
  type MessageId,
  newId,
  type Sticker,
  type StickerPackId,
  type UserId,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { befriend } from "../testing/befriend.ts";
import { expectRefusal } from "../testing/errors.ts";
import { type App, sendFiles, startApp, upload } from "../testing/index.ts";
import { fetchFile, hugePicture, noisyPicture } from "../testing/uploads.ts";

const { alice, bob, carol } = cast;
const lunch = await directConversationId(alice.id, bob.id);
type User = { id: UserId };

let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
  await befriend(app, alice, bob);
  await befriend(app, bob, carol);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

async function pictureOf(user: User): Promise<FileId> {
  const dots = { create: { width: 96, height: 96, channels: 4 as const, background: "teal" } };
  return upload(app, user, await sharp(dots).webp().toBuffer(), "sticker.webp");
}
const stickerOf = (fileId: FileId): Sticker => ({ fileId, emoji: "🍜", width: 96, height: 96 });
const packOf = (user: User, ...fileIds: FileId[]) => ({
  name: "Soups",
  ownerId: user.id,
  stickers: fileIds.map(stickerOf),
});
const keep = (user: User, packId: StickerPackId, value: unknown) =>
  app.as(user).sync.setOwn.mutate({ kind: "stickers", key: packId, value });
const sendSticker = (user: User, fileId: FileId) =>
  sendFiles(app, user, lunch, [{ fileId, name: "sticker.webp", as: "sticker", width: 96, height: 96 }]);
async function packsOf(user: User): Promise<Map<string, unknown>> {
  const { user: own } = await app.as(user).sync.start.query({ cursor: null });
  const rows = (own.rows.own ?? []).filter((it) => it.kind === "stickers" && it.value !== null);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function alicesPack() {
  const [first, second] = [await pictureOf(alice), await pictureOf(alice)];
  const packId = newId<StickerPackId>();
  await keep(alice, packId, packOf(alice, first, second));
  return { packId, first, second, pack: packOf(alice, first, second) };
}

test("[A9] Alice makes a pack and sends a sticker; Bob sees its pack, keeps it and sends one himself", async () => {
  const { packId, first, second, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, first);

  expect(await app.as(bob).stickers.show.query({ messageId, fileId: first })).toEqual({ packId, pack });
  await expectRefusal(sendSticker(bob, second), "conflict", "file_unfinished");
  await keep(bob, packId, { ...pack, foundIn: messageId });
  const sent = await sendSticker(bob, second);

  const { messages } = await app.as(alice).messages.around.query({ conversationId: lunch, messageId: sent.messageId });
  const row = messages.find((it) => it.id === sent.messageId);
  expect(row?.attachments).toMatchObject([{ kind: "sticker", fileId: second, mime: "image/webp" } as Attachment]);
  expect(await packsOf(bob)).toEqual(new Map([[packId, { ...pack, foundIn: messageId }]]));
});

test("[A9] a sticker is sent as a sticker: of a pack that one keeps, nothing else can be sent", async () => {
  const { packId, first, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, first);
  await keep(bob, packId, { ...pack, foundIn: messageId });

  await expectRefusal(sendFiles(app, bob, lunch, [first]), "conflict", "file_unfinished");
});

test("[A9] to Carol, who was shown no sticker of it, there is no such pack", async () => {
  const { packId, first, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, first);

  await expectRefusal(app.as(carol).stickers.show.query({ messageId, fileId: first }), "not_found");
  await expectRefusal(keep(carol, packId, pack), "not_found");
  await expectRefusal(keep(carol, packId, { ...pack, foundIn: messageId }), "not_found");
  await expectRefusal(keep(carol, packId, { ...pack, ownerId: carol.id, foundIn: messageId }), "not_found");
  await expectRefusal(keep(carol, newId(), pack), "not_found");
  expect(await packsOf(carol)).toEqual(new Map());
});

test("[A9] the pictures of a pack open to who keeps it or was shown it, and to nobody else", async () => {
  const { packId, first, second, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, first);
  const ask = (user: User, seenIn?: MessageId) => fetchPicture(user, packId, second, seenIn);

  expect([(await ask(alice)).status, (await ask(alice, newId())).status]).toEqual([200, 200]);
  expect([(await ask(bob)).status, (await ask(bob, messageId)).status]).toEqual([404, 200]);
  expect([(await ask(carol)).status, (await ask(carol, messageId)).status]).toEqual([404, 404]);
  await keep(bob, packId, { ...pack, foundIn: messageId });
  expect((await ask(bob)).status).toBe(200);
  expect((await ask(bob)).headers.get("content-security-policy")).toContain("sandbox");
  await keep(bob, packId, null);
  expect((await ask(bob)).status).toBe(404);
});

test("[A9] a message shows the pack it has a sticker of, and no other", async () => {
  const shown = await alicesPack();
  const other = await alicesPack();
  const { messageId } = await sendSticker(alice, shown.first);

  expect((await fetchPicture(bob, other.packId, other.first, messageId)).status).toBe(404);
  await expectRefusal(keep(bob, other.packId, { ...other.pack, foundIn: messageId }), "not_found");
  await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });
  await expectRefusal(keep(bob, shown.packId, { ...shown.pack, foundIn: messageId }), "not_found");
});

test("[A9] what Alice changes in her pack everybody has who keeps it, and Bob can change nothing", async () => {
  const { packId, first, second, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, first);
  await keep(bob, packId, { ...pack, foundIn: messageId });

  const third = await pictureOf(alice);
  await keep(alice, packId, { ...packOf(alice, second, third), name: "Stews" });
  await expect
    .poll(async () => (await packsOf(bob)).get(packId), { timeout: 10_000 })
    .toEqual({ ...packOf(alice, second, third), name: "Stews", foundIn: messageId });

  await keep(bob, packId, { ...pack, name: "Bob's" });
  expect((await packsOf(alice)).get(packId)).toMatchObject({ name: "Stews" });
  expect(await rowsOf(packId)).toBe(2);
  // It is in no pack any more, and in a message still.
  expect((await fetchFile(app, bob, { messageId, fileId: first })).status).toBe(200);
});

test("[A9] a pack that Alice shares opens to whoever has its link and is signed in, until she shares it no more", async () => {
  const { packId, first, pack } = await alicesPack();
  const find = (user: User) => app.as(user).stickers.find.query({ packId });
  await expectRefusal(find(carol), "not_found");
  await expectRefusal(find(alice), "not_found");

  const shared = { ...pack, isShared: true as const };
  await keep(alice, packId, shared);
  expect(await find(carol)).toEqual({ packId, pack: shared });
  expect((await fetchPicture(carol, packId, first)).status).toBe(200);
  await expectRefusal(app.nobody.stickers.find.query({ packId }), "not_signed_in");
  await keep(carol, packId, shared);
  expect((await packsOf(carol)).get(packId)).toEqual(shared);
  await keep(bob, packId, { ...shared, name: "Bob's" });
  expect((await find(alice)).pack.name).toBe("Soups");

  await keep(bob, packId, null);
  await keep(alice, packId, pack);
  await expectRefusal(find(bob), "not_found");
  await expectRefusal(keep(bob, packId, shared), "not_found");
  expect((await fetchPicture(bob, packId, first)).status).toBe(404);
  // Who keeps it keeps it.
  await expect
    .poll(async () => (await packsOf(carol)).get(packId), { timeout: 10_000 })
    .toMatchObject({ name: "Soups" });
  expect((await fetchPicture(carol, packId, first)).status).toBe(200);
});

test("[A9] a pack that Alice ends is gone for everybody, its pictures with it; what was sent stays", async () => {
  const { packId, first, second, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, first);
  await keep(bob, packId, { ...pack, foundIn: messageId });

  await keep(alice, packId, null);
  await expect.poll(async () => (await packsOf(bob)).has(packId), { timeout: 10_000 }).toBe(false);
  await expect.poll(() => fileIsThere(second), { timeout: 10_000 }).toBe(false);
  expect(await fileIsThere(first)).toBe(true);
  await expectRefusal(app.as(bob).stickers.show.query({ messageId, fileId: first }), "not_found");
});

test("[A9] a file that Alice removes leaves its pack, for everybody", async () => {
  const { packId, first, second, pack } = await alicesPack();
  const { messageId } = await sendSticker(alice, second);
  await keep(bob, packId, { ...pack, foundIn: messageId });

  await app.as(alice).files.remove.mutate({ fileIds: [first] });
  expect((await packsOf(bob)).get(packId)).toMatchObject({ stickers: [{ fileId: second }] });
  expect((await packsOf(alice)).get(packId)).toMatchObject({ stickers: [{ fileId: second }] });
  expect(await fileIsThere(first)).toBe(false);
});

test("[A9] a pack holds its owner's own pictures, whole, each in one pack", async () => {
  const bobs = await pictureOf(bob);
  const words = await upload(app, alice, Buffer.from("Ramen on Friday"), "menu.txt");
  const { first } = await alicesPack();
  const save = (...fileIds: FileId[]) => keep(alice, newId(), packOf(alice, ...fileIds));

  await expectRefusal(save(bobs), "conflict", "file_unfinished");
  await expectRefusal(save(newId()), "conflict", "file_unfinished");
  await expectRefusal(save(words), "bad_input");
  await expectRefusal(save(first), "bad_input");
  await expectRefusal(save(), "bad_input");
  const large = await upload(app, alice, await noisyPicture(720), "large.png");
  await expectRefusal(save(large), "too_large", "file_too_large");
  const huge = await upload(app, alice, await hugePicture(), "huge.png");
  await expectRefusal(save(huge), "too_large", "file_too_large");
});

test.each([
  ["no name", { name: " " }],
  ["something that is no emoji", { stickers: [{ ...stickerOf(newId()), emoji: "soup" }] }],
  ["a field nobody knows", { colour: "red" }],
  ["too many", { stickers: Array.from({ length: limits.stickersEach + 1 }, () => stickerOf(newId())) }],
])("[A9] a pack with %s is refused", async (_, wrong) => {
  await expectRefusal(keep(alice, newId(), { ...packOf(alice, newId()), ...wrong }), "bad_input");
});

test("[A9] whatever a device sends as a pack is answered with what it is, and never with a 500", async () => {
  const { packId, first, second } = await alicesPack();
  const fileId = fc.constantFrom<unknown>(first, second, newId(), "../heart", "", null, 7);
  const emoji = fc.oneof(
    fc.constantFrom("🍜", "👍🏽", "soup", "\u0000", "\ud800"),
    fc.string({ unit: "binary", maxLength: 80 }),
  );
  const side = fc.constantFrom<unknown>(96, 0, -1, 1.5, 2 ** 31, "96", null);
  const sticker = fc.record({ fileId, emoji, width: side, height: side, thumbHash: fc.string() }, { requiredKeys: [] });
  const value = fc.record(
    {
      name: fc.string({ unit: "binary", maxLength: 60 }),
      ownerId: fc.constantFrom<unknown>(alice.id, bob.id, "alice"),
      stickers: fc.array(sticker, { maxLength: 4 }),
      foundIn: fc.constantFrom<unknown>(newId(), packId, "here"),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(packId, newId<StickerPackId>()), value, async (id, pack) => {
      const answer = await keep(alice, id, pack).catch((error: { data: unknown }) => error.data);
      expect(answer).toSatisfy((it: { rev?: number; app?: { code: string } }) =>
        it.rev ? true : ["bad_input", "conflict", "not_found", "rate_limited"].includes(it.app?.code ?? ""),
      );
    }),
    { numRuns: 60 },
  );
});

async function fetchPicture(user: User, packId: StickerPackId, fileId: FileId, seenIn?: MessageId) {
  const { ticket } = await app.as(user).files.ticket.query();
  const seen = seenIn ? `&seenIn=${seenIn}` : "";
  return fetch(`${app.url}/files/attachments/${packId}/${fileId}/small?ticket=${ticket}${seen}`, {
    headers: { cookie: await app.sessionCookieOf(user) },
  });
}

async function rowsOf(packId: StickerPackId): Promise<number> {
  return (await app.db.selectFrom("pack_files").select("file_id").where("pack_id", "=", packId).execute()).length;
}

async function fileIsThere(id: FileId): Promise<boolean> {
  return (await app.db.selectFrom("files").select("id").where("id", "=", id).execute()).length > 0;
}
