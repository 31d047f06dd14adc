import { freshDb } from "@parley/db/testing";
import type { ConversationId, FileId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readAll, startGroup } from "../../testing/group.ts";
import { type App, makeFilm, makeWaitingFfmpeg, startApp } from "../../testing/index.ts";
import { startS3 } from "../../testing/start-s3.ts";
import { fetchFile, sendFiles, upload } from "../../testing/uploads.ts";

const { alice, bob } = cast;
const old = () => makeFilm("old.avi", "-c:v", "mpeg4", "-c:a", "mp3");
const patient = { timeout: 120_000, interval: 100 };

describe.each(["a folder", "an S3 store"])("kept in %s", (place) => {
  let app: App;
  let lunch: ConversationId;
  let s3: Awaited<ReturnType<typeof startS3>> | null = null;
  beforeAll(async () => {
    s3 = place === "an S3 store" ? await startS3() : null;
    app = await startApp({ config: { ffmpeg: "ffmpeg", s3: s3?.config ?? null } });
    for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
    lunch = await startGroup(app, alice, [bob]);
  });
  afterAll(async () => {
    await app.close();
    await s3?.close();
  });

  async function sent(bytes: Buffer, name: string) {
    const fileId = await upload(app, alice, bytes, name);
    const { messageId } = await sendFiles(app, alice, lunch, [{ fileId, name }]);
    return { messageId, fileId };
  }
  const fileOf = async ({ messageId }: { messageId: string }) =>
    (await readAll(app, bob, lunch)).find((it) => it.id === messageId)?.attachments?.[0];
  const rowOf = (id: FileId) => app.db.selectFrom("files").selectAll().where("id", "=", id).executeTakeFirst();

  test("of a film that no browser plays Bob gets one that his does, in parts, and the original when he downloads it", async () => {
    const bytes = old();
    const at = await sent(bytes, "old.avi");
    const waiting = await fileOf(at);
    expect(waiting).toMatchObject({ kind: "video", width: 320, height: 180, playable: "making", size: bytes.length });
    expect(waiting?.durationMs).toBeGreaterThan(1_900);
    expect(waiting?.thumbHash).toBeDefined();
    const poster = await fetchFile(app, bob, at, { variant: "large" });
    expect(await sharp(Buffer.from(await poster.arrayBuffer())).metadata()).toMatchObject({
      format: "webp",
      width: 320,
    });
    expect((await fetchFile(app, bob, at, { variant: "playable" })).status).toBe(404);

    const before = await app.as(alice).files.storage.query();
    await app.runJob("resume-playables");
    await vi.waitFor(async () => expect(await fileOf(at)).toMatchObject({ playable: "made" }), patient);
    const whole = await fetchFile(app, bob, at, { variant: "playable" });
    expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "video/mp4"]);
    const film = Buffer.from(await whole.arrayBuffer());
    // What says where everything is stands before it, so that it begins before all of it is there.
    expect(film.indexOf("moov")).toBeLessThan(film.indexOf("mdat"));
    expect([film.includes("avc1"), film.includes("mp4a")]).toEqual([true, true]);
    const part = await fetchFile(app, bob, at, { variant: "playable", headers: { range: "bytes=10-19" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-19/${film.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(10, 20))).toBe(true);
    const download = await fetchFile(app, bob, at, { variant: "download" });
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await app.as(alice).files.storage.query()).usedBytes).toBe(before.usedBytes);

    await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId: at.messageId });
    await vi.waitFor(async () => expect(await rowOf(at.fileId)).toBeUndefined(), patient);
    expect((await fetchFile(app, bob, at, { variant: "playable" })).status).toBe(404);
  });

  test("a film that every browser plays stays as it is, and has a picture", async () => {
    const at = await sent(makeFilm("new.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"), "new.mp4");
    const file = await fileOf(at);
    expect(file).toMatchObject({ kind: "video", width: 320, height: 180 });
    expect(file).not.toHaveProperty("playable");
    expect((await fetchFile(app, bob, at, { variant: "small" })).status).toBe(200);
    expect((await fetchFile(app, bob, at, { variant: "playable" })).status).toBe(404);
  });
});

describe("what is made of films", () => {
  let app: App;
  let lunch: ConversationId;
  beforeAll(async () => {
    app = await startApp({ config: { ffmpeg: "ffmpeg" } });
    for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
    lunch = await startGroup(app, alice, [bob]);
  });
  afterAll(() => app.close());
  const sentAs = async (bytes: Buffer, name: string) => {
    const fileId = await upload(app, alice, bytes, name);
    const { messageId } = await sendFiles(app, alice, lunch, [{ fileId, name }]);
    return { messageId, fileId, file: (await readAll(app, bob, lunch)).at(-1)?.attachments?.[0] };
  };

  test("pictures that browsers know are only packed anew, others are drawn anew", async () => {
    const packed = await sentAs(
      makeFilm("phone.mkv", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
      "a.mkv",
    );
    const phone = await sentAs(makeFilm("hevc.mp4", "-c:v", "libx265", "-tag:v", "hvc1", "-c:a", "aac"), "b.mp4");
    expect([packed.file?.playable, phone.file?.playable]).toEqual(["making", "making"]);
    await app.runJob("resume-playables");
    for (const at of [packed, phone])
      await vi.waitFor(async () => {
        const answer = await fetchFile(app, bob, at, { variant: "playable" });
        expect(Buffer.from(await answer.arrayBuffer()).includes("avc1")).toBe(true);
      }, patient);
  });

  test("what only says that it is a film is a document, and lists of other files open none", async () => {
    const broken = old().subarray(0, 600);
    expect((await sentAs(broken, "broken.avi")).file).toMatchObject({ kind: "document" });
    const list = Buffer.from("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
    expect((await sentAs(list, "film.mp4")).file).toMatchObject({ kind: "document", mime: "text/plain" });
    const disguised = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "latin1"), list]);
    expect((await sentAs(disguised, "film.mp4")).file).not.toHaveProperty("playable");
  });
});

test("a film that was being made when the server stopped is made after its next start", async () => {
  const app = await startApp({ config: { ffmpeg: "ffmpeg" } });
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  const lunch = await startGroup(app, alice, [bob]);
  const fileId = await upload(app, alice, old(), "old.avi");
  const { messageId } = await sendFiles(app, alice, lunch, [{ fileId, name: "old.avi" }]);
  const claimed = (until: Date) =>
    app.db.updateTable("files").set({ claimed_until: until }).where("id", "=", fileId).execute();

  await claimed(new Date(Date.now() + 60_000));
  await app.runJob("resume-playables");
  await claimed(new Date(Date.now() - 1_000));
  expect((await readAll(app, bob, lunch)).at(-1)?.attachments?.[0]).toMatchObject({ playable: "making" });
  await app.runJob("resume-playables");
  await vi.waitFor(
    async () => expect((await fetchFile(app, bob, { messageId, fileId }, { variant: "playable" })).status).toBe(200),
    patient,
  );
  await app.close();
});

test("a server that stops ends what it makes of a film, and lets go of it", async () => {
  const ffmpeg = await makeWaitingFfmpeg();
  const db = await freshDb();
  const app = await startApp({ db, config: { ffmpeg: ffmpeg.path } });
  await app.addUser(alice.displayName, alice.id);
  const fileId = await upload(app, alice, old(), "old.avi");
  const row = () => db.db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow();
  await app.runJob("resume-playables");
  await vi.waitFor(async () => expect((await row()).claimed_until).not.toBeNull(), patient);

  await app.close();

  expect(await row()).toMatchObject({ playable: "needed", claimed_until: null });
  await db.close();
  await ffmpeg.remove();
});

test("without ffmpeg a film is what it always was", async () => {
  const app = await startApp({ config: { ffmpeg: null } });
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  const lunch = await startGroup(app, alice, [bob]);
  const fileId = await upload(app, alice, old(), "old.avi");
  await sendFiles(app, alice, lunch, [{ fileId, name: "old.avi" }]);
  expect((await readAll(app, bob, lunch)).at(-1)?.attachments?.[0]).toMatchObject({ kind: "document" });
  await app.close();
});
