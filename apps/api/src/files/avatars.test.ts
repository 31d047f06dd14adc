import { type FileId, newId } from "@parley/schema";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "../testing/index.ts";

let app: App;
let cookie: string;
beforeAll(async () => {
  app = await startApp();
  cookie = await app.sessionCookieOf(await app.addUser("Alice"));
});
afterAll(() => app.close());

const red = { r: 200, g: 30, b: 30 };
const picture = () => sharp({ create: { width: 900, height: 300, channels: 3, background: red } });

test.each(["jpeg", "png", "webp", "gif", "avif"] as const)(
  "a wide %s becomes a square in three sizes",
  async (format) => {
    const fileId = await kept(await picture().toFormat(format).toBuffer());
    for (const size of [512, 256, 64]) {
      const answer = await read(`${fileId}?size=${size}`);
      expect(answer.headers.get("content-type")).toBe("image/webp");
      expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({
        format: "webp",
        width: size,
        height: size,
      });
    }
  },
);

test("nothing but pixels is kept: no place, no camera, and the picture stands upright", async () => {
  const turned = await sharp({ create: { width: 40, height: 80, channels: 3, background: red } })
    .withExifMerge({ IFD0: { Make: "Secret Camera" }, IFD3: { GPSLatitude: "59/1 19/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const fileId = await kept(turned);
  const bytes = Buffer.from(await (await read(`${fileId}?size=512`)).arrayBuffer());
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(bytes.includes("Secret Camera")).toBe(false);
});

test("an avatar is kept by its reader for good, and asked for again costs no bytes", async () => {
  const fileId = await kept(await picture().png().toBuffer());
  const first = await read(fileId);
  expect(first.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
  const etag = first.headers.get("etag") ?? "";
  const again = await read(fileId, { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

describe("what cannot be a picture is refused with a clear word", () => {
  test.each([
    ["text", async () => Buffer.from("hello")],
    ["nothing", async () => Buffer.alloc(0)],
    ["SVG", async () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)],
    ["half a JPEG", async () => (await picture().jpeg().toBuffer()).subarray(0, 400)],
    [
      "a PNG's first bytes and junk",
      async () => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(500, 7)]),
    ],
    [
      "a bomb of pixels",
      async () =>
        sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: red } })
          .png()
          .toBuffer(),
    ],
  ])("%s", async (_, bytes) => {
    const answer = await upload(await bytes());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { data: { app: { code: "bad_input", reason: "picture_unreadable" } } },
    });
  });

  test("more than 8 MB", async () => {
    const answer = await upload(Buffer.alloc(8_388_609));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { data: { app: { reason: "too_large" } } } });
  });
});

test("who has not signed in neither brings nor sees pictures", async () => {
  const fileId = await kept(await picture().png().toBuffer());
  expect((await read(fileId, { cookie: "" })).status).toBe(401);
  expect((await upload(await picture().png().toBuffer(), { cookie: "" })).status).toBe(401);
});

test("another site cannot upload for its visitor", async () => {
  expect((await upload(await picture().png().toBuffer(), { origin: "https://evil.example" })).status).toBe(403);
});

test.each([["no-id"], [`${newId()}`], [`${newId()}?size=100`], ["..%2f..%2fsecrets.json"]])(
  "/files/avatars/%s is a clear error",
  async (path) => {
    const answer = await read(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  },
);

test("the eleventh upload within a minute waits, and is told how long", async () => {
  const limited = await startApp({ hasLimits: true });
  const mine = await limited.sessionCookieOf(await limited.addUser("Bob"));
  const statuses = [];
  let last: Response | undefined;
  for (let i = 0; i < 11; i++) {
    last = await upload(Buffer.from("no picture"), { cookie: mine }, limited.url);
    statuses.push(last.status);
  }
  expect(statuses).toEqual([...Array(10).fill(400), 429]);
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
  await limited.close();
});

async function kept(bytes: Buffer) {
  const { fileId } = (await (await upload(bytes)).json()) as { fileId: FileId };
  return fileId;
}

function upload(bytes: Buffer, headers: Record<string, string> = {}, url = app.url) {
  return fetch(`${url}/files/avatars`, {
    method: "POST",
    body: new Uint8Array(bytes),
    headers: { cookie, origin: url, ...headers },
  });
}

function read(path: string, headers: Record<string, string> = {}) {
  return fetch(`${app.url}/files/avatars/${path}`, { headers: { cookie, ...headers } });
}
