import type { ConversationId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAll, startGroup } from "../../testing/group.ts";
import { type App, smallHeic, startApp } from "../../testing/index.ts";
import { fetchFile, sendFiles, upload } from "../../testing/uploads.ts";
import { decodeHeif } from "./decode-heif.ts";

const { alice, bob } = cast;
let app: App;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob]);
});
afterAll(() => app.close());

async function sent(bytes: Buffer, name = "IMG_0001.HEIC") {
  const fileId = await upload(app, alice, bytes, name);
  const { messageId } = await sendFiles(app, alice, lunch, [{ fileId, name }]);
  const message = (await readAll(app, bob, lunch)).at(-1);
  return { at: { messageId, fileId }, file: message?.attachments?.[0] };
}

const boxOf = (bytes: Buffer, type: string) => bytes.indexOf(type) - 4;

test("a picture of Alice's phone that her browser cannot draw is a picture, with its size and placeholder in the message", async () => {
  const { at, file } = await sent(smallHeic);
  expect(file).toMatchObject({ kind: "image", mime: "image/heic", width: 320, height: 240, size: smallHeic.length });
  expect(file?.thumbHash).toMatch(/^[A-Za-z0-9+/]{20,36}=*$/);

  const large = await fetchFile(app, bob, at, { variant: "large" });
  expect(large.headers.get("content-type")).toBe("image/webp");
  const bytes = Buffer.from(await large.arrayBuffer());
  const { width, height, exif } = await sharp(bytes).metadata();
  expect({ width, height, exif }).toEqual({ width: 320, height: 240, exif: undefined });
  const { data } = await sharp(bytes)
    .extract({ left: 4, top: 4, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(220);
  expect((await fetchFile(app, bob, at, { variant: "small" })).status).toBe(200);
  const download = await fetchFile(app, bob, at, { variant: "download" });
  expect(Buffer.from(await download.arrayBuffer()).equals(smallHeic)).toBe(true);
});

test("what its sender's device says of its size does not count against what is seen", async () => {
  const fileId = await upload(app, alice, smallHeic);
  await sendFiles(app, alice, lunch, [{ fileId, name: "IMG.HEIC", width: 9_000, height: 1 }]);
  expect((await readAll(app, bob, lunch)).at(-1)?.attachments?.[0]).toMatchObject({ width: 320, height: 240 });
});

test("one that is broken, or larger than any camera makes, is a document, and the server goes on", async () => {
  const cut = smallHeic.subarray(0, 900);
  const garbled = Buffer.from(smallHeic);
  garbled.fill(0x5a, boxOf(smallHeic, "mdat") + 8);
  const bomb = Buffer.from(smallHeic);
  bomb.writeUInt32BE(60_000, boxOf(smallHeic, "ispe") + 12);
  bomb.writeUInt32BE(60_000, boxOf(smallHeic, "ispe") + 16);
  for (const bytes of [cut, bomb, garbled]) {
    const { at, file } = await sent(bytes);
    expect((await fetchFile(app, bob, at)).status).toBe(200);
    if (file?.kind !== "image") expect((await fetchFile(app, bob, at, { variant: "small" })).status).toBe(404);
    if (bytes !== garbled) expect(file).toMatchObject({ kind: "document" });
  }
  expect((await sent(smallHeic)).file?.kind).toBe("image");
});

test("a dozen that are changed at random take nothing along", async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const bytes = Buffer.from(smallHeic);
    for (let n = 0; n < 6; n++) bytes[(seed * 7_919 + n * 104_729) % bytes.length] = (seed * 31 + n * 17) % 256;
    const pixels = await decodeHeif(bytes);
    if (pixels) expect(pixels.data.length).toBe(pixels.width * pixels.height * 4);
  }
});
