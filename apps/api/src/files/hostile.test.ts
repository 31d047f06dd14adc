import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type ConversationId, type FileId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { fetchFile, sendFiles, upload, uploaderOf } from "../testing/uploads.ts";
import { cleanName } from "./clean-name.ts";

const { alice, bob } = cast;
let app: App;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob]);
});
afterAll(() => app.close());

const jpeg = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
const html = "<!doctype html><script>alert(1)</script>";

async function served(bytes: Uint8Array, name: string) {
  const fileId = await upload(app, alice, bytes, name);
  const { messageId } = await sendFiles(app, alice, lunch, [{ fileId, name }]);
  const at = { messageId, fileId };
  const [original, small] = [await fetchFile(app, bob, at), await fetchFile(app, bob, at, { variant: "small" })];
  return {
    type: original.headers.get("content-type"),
    place: original.headers.get("content-disposition")?.split(";")[0],
    policy: original.headers.get("content-security-policy"),
    sniffing: original.headers.get("x-content-type-options"),
    bytes: Buffer.from(await original.arrayBuffer()),
    small: small.status,
  };
}

describe("what could be taken for a program is never shown in place", () => {
  const safe = { policy: "default-src 'none'; sandbox", sniffing: "nosniff" };
  test.each([
    ["a page", () => Buffer.from(html), "page.html"],
    ["a page that calls itself a picture", () => Buffer.from(html), "page.png"],
    ["an SVG that calls itself a PNG", () => Buffer.from(svg), "drawing.png"],
    ["an SVG after an XML head", () => Buffer.from(`<?xml version="1.0"?>\n${svg}`), "drawing.svg"],
    ["a program", () => Buffer.from("MZ\x90\0\x03", "latin1"), "menu.pdf"],
    ["a page in UTF-16", () => Buffer.from(`\ufeff${html}`, "utf16le"), "page.txt"],
    ["an archive", () => gzipSync(Buffer.alloc(5_000_000)), "bomb.gz"],
  ])("%s", async (_, bytes, name) => {
    expect(await served(bytes(), name)).toMatchObject({
      ...safe,
      ...{ type: "application/octet-stream", place: "attachment", small: 404 },
    });
  });

  test("a picture with a page behind it is a picture, and its small one has nothing of the page", async () => {
    const bytes = Buffer.concat([await jpeg(), Buffer.from(html)]);
    expect(await served(bytes, "page.html")).toMatchObject({
      ...safe,
      type: "image/jpeg",
      place: "inline",
      small: 200,
    });
  });

  test("text is shown as it is written", async () => {
    const it = await served(Buffer.from("if (a <b) return;\n"), "a.js");
    expect(it).toMatchObject({ ...safe, type: "text/plain; charset=utf-8", place: "inline" });
  });
});

describe("a picture that cannot be drawn is a file all the same", () => {
  test.each([
    ["half a JPEG", async () => (await jpeg(900, 300)).subarray(0, 400)],
    [
      "a PNG's first bytes and junk",
      async () => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), randomBytes(500)]),
    ],
    ["a GIF of nothing", async () => Buffer.from("GIF89a")],
    [
      "a bomb of dots",
      async () =>
        sharp({ create: { width: 13_000, height: 13_000, channels: 3, background: "red" }, limitInputPixels: false })
          .png({ compressionLevel: 9 })
          .toBuffer(),
    ],
  ])("%s", async (_, bytes) => {
    const given = await bytes();
    const it = await served(given, "broken.png");
    expect([it.small, it.bytes.equals(given)]).toEqual([404, true]);
  });

  test("junk with any beginning never stops the server", async () => {
    const beginnings = [
      "\xff\xd8\xff\xe0",
      "\x89PNG\r\n\x1a\n",
      "GIF89a",
      "RIFF\0\0\0\0WEBPVP8 ",
      "\0\0\0\x1cftypavif",
      "PK\x03\x04",
      "%PDF-",
      "\x1aE\xdf\xa3",
      "OggS",
      "ID3\x03",
      "<svg ",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        async (start, rest) => {
          const it = await served(Buffer.concat([Buffer.from(start, "latin1"), rest]), "junk");
          expect([200, 404]).toContain(it.small);
        },
      ),
      { numRuns: 40 },
    );
    expect((await fetch(`${app.url}/health`)).status).toBe(200);
  });
});

describe("an upload that makes no sense is refused in a sentence", () => {
  const refusalOf = async (answer: Response) => ({
    status: answer.status,
    ...((await answer.json()) as { error: { data: { app: { reason: string; sentence: string } } } }).error.data.app,
  });

  test.each([
    ["nothing", 0, 400, "file_empty"],
    ["less than nothing", -1, 400, "bad_input"],
    ["half a byte", "1.5", 400, "bad_input"],
    ["no number", "many", 400, "bad_input"],
    ["more than anybody may send", 2_000_000_001, 400, "bad_input"],
  ])("of %s", async (_, size, status, reason) => {
    const answer = await (await uploaderOf(app, alice)).begin(newId<FileId>(), size);
    expect(await refusalOf(answer)).toMatchObject({ status, reason, sentence: expect.stringMatching(/\S/) });
  });

  test.each(["", "no-id", "..%2f..%2fsecrets.json", "00000000-0000-0000-0000-00000000000g"])(
    "under the id %j",
    async (id) => {
      const uploader = await uploaderOf(app, alice);
      expect((await uploader.begin(id, 5)).status).toBe(400);
      for (const answer of [
        await uploader.look(id),
        await uploader.put(id, 0, Buffer.from("12345")),
        await uploader.stop(id),
      ])
        expect([400, 404, 405]).toContain(answer.status);
    },
  );

  test("in words that are none of tus", async () => {
    const uploader = await uploaderOf(app, alice);
    const fileId = newId<FileId>();
    expect((await uploader.begin(fileId, 5, "a", { "tus-resumable": "0.1" })).status).toBe(400);
    expect((await uploader.begin(fileId, 5, "a", { "upload-metadata": "fileId !!,," })).status).toBe(400);
    expect((await uploader.begin(fileId, 5, "a", { origin: "https://evil.example" })).status).toBe(403);
    await uploader.begin(fileId, 5);
    expect((await uploader.begin(fileId, 6)).status).toBe(409);
    const put = (offset: number, text: string, headers = {}) =>
      uploader.put(fileId, offset, Buffer.from(text), headers);
    expect(await refusalOf(await put(3, "12"))).toMatchObject({ status: 409 });
    expect(await refusalOf(await put(0, "1234567"))).toMatchObject({ status: 413, reason: "file_too_large" });
    expect((await put(0, "12", { "content-type": "text/plain" })).status).toBe(400);
    expect((await put(0, "12345")).status).toBe(204);
    expect((await put(5, "6")).status).toBe(413);
    expect((await uploader.look(fileId)).headers.get("upload-offset")).toBe("5");
  });

  test("and who has not signed in is told so", async () => {
    const answer = await fetch(`${app.url}/files/uploads`, { method: "POST", headers: { origin: app.url } });
    expect(answer.status).toBe(401);
  });
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\bob\\menu.pdf", "menu.pdf"],
  ["harmless\u202egpj.exe", "harmless_gpj.exe"],
  ["a<b>:c?.txt", "a_b__c_.txt"],
  ["...", "file"],
  [".htaccess", "htaccess"],
  ["Đà Nẵng 東京 🎉.jpg", "Đà Nẵng 東京 🎉.jpg"],
  [`${"a".repeat(300)}.jpeg`, `${"a".repeat(175)}.jpeg`],
])("the name %j is kept as %j", (name, kept) => {
  expect(cleanName(name)).toBe(kept);
});
