import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDb } from "@parley/db/testing";
import { type FileId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, onTestFinished, test } from "vitest";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { startS3 } from "../testing/start-s3.ts";
import { fetchFile, sendFiles, uploaderOf } from "../testing/uploads.ts";

const { alice, bob } = cast;
const partBytes = 8 * 1_024 * 1_024;

test.each([
  ["a folder", 200_000_000],
  ["an S3 store", 80_000_000],
])("an upload into %s that breaks off at every tenth, also by a restart, arrives byte by byte", async (place, size) => {
  const db = await freshDb();
  const dataDir = await mkdtemp(join(tmpdir(), "parley-big-"));
  const s3 = place === "a folder" ? null : await startS3();
  const open = () => startApp({ db, config: { dataDir, s3: s3?.config ?? null } });
  let app = await open();
  onTestFinished(async () => {
    await app.close();
    await db.close();
    await s3?.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  const lunch = await startGroup(app, alice, [bob]);
  const bytes = randomBytes(size);
  const fileId = newId<FileId>();
  await (await uploaderOf(app, alice)).begin(fileId, size, "film.bin");

  let offset = 0;
  let breaks = 0;
  for (let tenth = 1; tenth < 10; tenth++) {
    await breakOff(app, fileId, bytes, offset, Math.round((size / 10) * tenth));
    breaks++;
    if (tenth === 4 || tenth === 7) {
      await app.close();
      app = await open();
    }
    const known = await (await uploaderOf(app, alice)).look(fileId);
    const next = Number(known.headers.get("upload-offset"));
    // A bucket keeps whole parts: of a piece that broke off, what filled none may be asked for again.
    expect(next).toBeGreaterThan(s3 ? offset - partBytes : offset - 1);
    offset = next;
  }
  expect(breaks).toBe(9);
  expect(offset).toBeGreaterThan(size / 2);
  expect((await (await uploaderOf(app, alice)).put(fileId, offset, bytes.subarray(offset))).status).toBe(204);

  const { messageId } = await sendFiles(app, alice, lunch, [{ fileId, name: "film.bin" }]);
  const hash = createHash("sha256");
  for await (const chunk of (await fetchFile(app, bob, { messageId, fileId })).body ?? []) hash.update(chunk);
  expect(hash.digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
});

/** Says it will send all that is left, sends it up to `end`, and is gone. */
async function breakOff(app: App, fileId: FileId, bytes: Buffer, offset: number, end: number): Promise<void> {
  const cookie = await app.sessionCookieOf(alice);
  await new Promise<void>((resolve) => {
    const sending = request(`${app.url}/files/uploads/${fileId}`, {
      method: "PATCH",
      headers: {
        cookie,
        origin: app.url,
        "tus-resumable": "1.0.0",
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
        "content-length": String(bytes.length - offset),
      },
    });
    sending.on("error", () => {});
    sending.on("close", () => resolve());
    sending.write(bytes.subarray(offset, end), () => sending.destroy());
  });
}
