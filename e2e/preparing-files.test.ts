import { smallHeic } from "@parley/api/testing";
import sharp, { type Sharp } from "sharp";
import { test as base, expect } from "vitest";
import { launchBrowser } from "./support/launch-browser.ts";
import { type Preparing, startPreparing } from "./support/preparing.ts";

const test = base.extend("preparing", { scope: "file" }, async ({}, { onCleanup }): Promise<Preparing> => {
  const browser = await launchBrowser();
  const preparing = await startPreparing(browser);
  onCleanup(() => preparing.close().then(() => browser.close()));
  return preparing;
});

const home = "At home";

test("a photo becomes as large as a screen, upright, and says no more where it was taken", async ({ preparing }) => {
  const photo = await withPlace(noise(2_400, 1_600), 6).jpeg().toBuffer();
  expect(photo.includes(home)).toBe(true);

  const made = await preparing.prepare(photo, "IMG_1.JPG");

  expect(made).toMatchObject({ kind: "image", name: "IMG_1.webp", mime: "image/webp" });
  expect(made.input).toMatchObject({ width: 1_365, height: 2_048, name: "IMG_1.webp" });
  expect(made.input.thumbHash).toMatch(/^[\w+/]{20,34}=*$/);
  expect(made.bytes.length).toBeLessThan(photo.length);
  const told = await sharp(made.bytes).metadata();
  expect(told).toMatchObject({ width: 1_365, height: 2_048 });
  expect(told.exif).toBeUndefined();
});

test("an original JPEG keeps each pixel and its way up, and loses its place all the same", async ({ preparing }) => {
  const photo = await withPlace(noise(600, 400), 6).jpeg().toBuffer();

  const made = await preparing.prepare(photo, "photo.jpg", { isOriginal: true });

  expect(made).toMatchObject({ kind: "image", mime: "image/jpeg", input: { width: 400, height: 600 } });
  await expectSamePixels(made.bytes, photo);
  expect((await sharp(made.bytes).metadata()).orientation).toBe(6);
  expect(made.bytes.includes(home)).toBe(false);
});

test("a film that a phone hides behind a photo's end is not sent along", async ({ preparing }) => {
  const photo = await noise(300, 200).jpeg({ progressive: true }).toBuffer();
  const made = await preparing.prepare(Buffer.concat([photo, Buffer.from("ftypmp42 at home")]), "motion.jpg", {
    isOriginal: true,
  });
  expect(made.bytes.includes("at home")).toBe(false);
  await expectSamePixels(made.bytes, photo);
});

test.for(["png", "webp", "avif"] as const)(
  "an original %s loses what was written beside it",
  async (format, { preparing }) => {
    const picture = await withPlace(noise(200, 100), 1)[format]({ lossless: true, quality: 90 }).toBuffer();
    expect(picture.includes(home)).toBe(true);

    const made = await preparing.prepare(picture, `picture.${format}`, { isOriginal: true });

    expect(made).toMatchObject({ kind: "image", mime: `image/${format}`, input: { width: 200, height: 100 } });
    expect(made.bytes.includes(home)).toBe(false);
    await expectSamePixels(made.bytes, picture);
  },
);

test("a drawing one can see through stays as it was, to the pixel", async ({ preparing }) => {
  const shape = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><circle cx="200" cy="150" r="90" fill="teal"/></svg>`;
  const drawing = await sharp(Buffer.from(shape)).png().toBuffer();

  const made = await preparing.prepare(drawing, "drawing.png");

  expect(made.bytes.length).toBeLessThanOrEqual(drawing.length);
  expect((await sharp(made.bytes).metadata()).hasAlpha).toBe(true);
  expect(made.input).toMatchObject({ width: 400, height: 300 });
});

test("a small photo that would hardly become smaller is sent as it is", async ({ preparing }) => {
  const photo = await noise(300, 200).webp({ quality: 30 }).toBuffer();
  const made = await preparing.prepare(photo, "small.webp");
  expect(made.bytes.equals(photo)).toBe(true);
});

test("what moves is kept as it is, and says so", async ({ preparing }) => {
  const frames = await Promise.all(["teal", "tomato"].map((colour) => plain(colour).png().toBuffer()));
  const moving = sharp(frames, { join: { animated: true } });
  const gif = await moving.clone().gif({ delay: 100 }).toBuffer();
  const webp = await moving
    .clone()
    .webp({ delay: [100, 100] })
    .toBuffer();

  const [first, second] = [await preparing.prepare(gif, "cat.gif"), await preparing.prepare(webp, "cat.webp")];

  expect(first.input).toMatchObject({ isAnimated: true, width: 64, height: 64 });
  expect(first.bytes.equals(gif)).toBe(true);
  expect(second.input).toMatchObject({ isAnimated: true, width: 64, height: 64 });
  const still = await preparing.prepare(await plain("teal").gif().toBuffer(), "still.gif");
  expect(still.input.isAnimated).toBeUndefined();
});

test("a picture that would fill the memory is refused in words", async ({ preparing }) => {
  const bomb = await plain("teal").png().toBuffer();
  bomb.writeUInt32BE(50_000, 16);
  bomb.writeUInt32BE(50_000, 20);
  await expect(preparing.prepare(bomb, "bomb.png")).rejects.toThrow("attachments.tooManyPixels");
});

test("what this browser cannot open as a picture goes as a document, by its content and not by its name", async ({
  preparing,
}) => {
  const heic = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(64)]);
  const broken = (await noise(200, 100).jpeg().toBuffer()).subarray(0, 180);
  const page = Buffer.from("<!doctype html><script>alert(1)</script>");

  expect(await preparing.prepare(heic, "IMG.HEIC")).toMatchObject({ kind: "document", mime: "image/heic" });
  expect(await preparing.prepare(broken, "broken.jpg")).toMatchObject({ kind: "document", name: "broken.jpg" });
  const made = await preparing.prepare(page, "cat.jpg", { type: "text/html" });
  expect(made).toMatchObject({ kind: "document", mime: "application/octet-stream" });
  await expect(preparing.prepare(Buffer.alloc(0), "none.txt")).rejects.toThrow("error.file_empty");
});

test("a HEIC that this browser cannot open is a picture all the same, as large as it says, and says no more where it was taken", async ({
  preparing,
}) => {
  const made = await preparing.prepare(smallHeic, "IMG_0001.HEIC");
  expect(made).toMatchObject({ kind: "image", mime: "image/heic", name: "IMG_0001.HEIC" });
  expect(made.input).toEqual({ name: "IMG_0001.HEIC", width: 320, height: 240 });
  expect(smallHeic.includes("Camera")).toBe(true);
  expect(made.bytes.includes("Camera")).toBe(false);
  expect(made.bytes).toHaveLength(smallHeic.length);
});

test("a film says how large and how long it is and what it begins with", async ({ preparing }) => {
  const made = await preparing.prepare(await preparing.record("film", 1_500), "film.webm");
  expect(made).toMatchObject({ kind: "video", mime: "video/webm", input: { width: 320, height: 180 } });
  expect(made.input.durationMs).toBeGreaterThan(1_000);
  expect(made.input.thumbHash).toBeDefined();
});

test("a recording says how long it is and how loud", async ({ preparing }) => {
  const made = await preparing.prepare(await preparing.record("sound", 1_200), "sound.weba");
  expect(made.kind).toBe("audio");
  expect(made.input.durationMs).toBeGreaterThan(800);
  expect(Buffer.from(made.input.waveform ?? "", "base64")).toHaveLength(64);
});

test("who thinks better of it need not wait", async ({ preparing }) => {
  const photo = await noise(1_500, 1_000).png({ compressionLevel: 1 }).toBuffer();
  await expect(preparing.prepare(photo, "large.png", { abortAfterMs: 20 })).rejects.toThrow(/timed out|abort/i);
});

function noise(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: "teal", noise: { type: "gaussian", mean: 128, sigma: 15 } },
  });
}

function plain(background: string): Sharp {
  return sharp({ create: { width: 64, height: 64, channels: 3, background } });
}

function withPlace(picture: Sharp, orientation: number): Sharp {
  const place = {
    GPSLatitudeRef: "N",
    GPSLatitude: "59/1 20/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "18/1 3/1 0/1",
  };
  return picture.withMetadata({ orientation, exif: { IFD0: { ImageDescription: home }, IFD3: place } });
}

async function expectSamePixels(one: Buffer, other: Buffer): Promise<void> {
  const [a, b] = await Promise.all([one, other].map((it) => sharp(it).raw().toBuffer()));
  expect(a?.equals(b as Buffer)).toBe(true);
}
