import { randomBytes } from "node:crypto";
import { type ConversationId, type FileId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { startS3 } from "../testing/start-s3.ts";
import { fetchFile, sendFiles, upload, uploaderOf } from "../testing/uploads.ts";

const { alice, bob, carol } = cast;
const picture = (width = 900, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .jpeg()
    .toBuffer();

// `npm run check` is content with the folder.
const places = process.env["PARLEY_TESTS"] === "quick" ? ["a folder"] : ["a folder", "an S3 store"];

describe.each(places)("kept in %s", (place) => {
  let app: App;
  let lunch: ConversationId;
  let ahead = 0;
  let s3: Awaited<ReturnType<typeof startS3>> | null = null;
  beforeAll(async () => {
    s3 = place === "an S3 store" ? await startS3() : null;
    app = await startApp({ now: () => new Date(Date.now() + ahead), config: { s3: s3?.config ?? null } });
    for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
    lunch = await startGroup(app, alice, [bob]);
  });
  afterAll(async () => {
    await app.close();
    await s3?.close();
  });

  const rowOf = (fileId: FileId) => app.db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst();

  test("a picture that Alice sends is what its bytes say, and Bob sees it as it was sent", async () => {
    const bytes = await picture();
    const fileId = await upload(app, alice, bytes, "menu.txt");
    const { messageId } = await sendFiles(
      app,
      alice,
      lunch,
      [
        {
          fileId,
          name: "menu.txt",
          width: 900,
          height: 300,
          thumbHash: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w",
          alt: "The menu",
        },
      ],
      { text: "Look **at** this" },
    );

    const message = (await readAll(app, bob, lunch)).at(-1);
    expect(message).toMatchObject({ id: messageId, kind: "text", text: "Look **at** this" });
    expect(message?.attachments).toEqual([
      {
        ...{ fileId, kind: "image", name: "menu.txt", mime: "image/jpeg", size: bytes.length },
        ...{ width: 900, height: 300, thumbHash: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w", alt: "The menu" },
      },
    ]);

    const answer = await fetchFile(app, bob, { messageId, fileId });
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": `inline; filename="menu.txt"; filename*=UTF-8''menu.txt`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "accept-ranges": "bytes",
    });
  });

  test("an album holds ten files in the order they were chosen, and its files are each sent once", async () => {
    const fileIds = await Promise.all(
      Array.from({ length: 10 }, (_, i) => upload(app, alice, Buffer.from(`file ${i}`))),
    );
    await sendFiles(app, alice, lunch, fileIds);
    expect((await readAll(app, bob, lunch)).at(-1)?.attachments?.map((it) => it.fileId)).toEqual(fileIds);
    await expectRefusal(sendFiles(app, alice, lunch, [fileIds[0]!, fileIds[0]!]), "bad_input");
  });

  test("a file that is not all there cannot be sent, nor another's", async () => {
    const fileId = newId<FileId>();
    const uploader = await uploaderOf(app, alice);
    await uploader.begin(fileId, 10);
    await uploader.put(fileId, 0, Buffer.from("12345"));
    await expectRefusal(sendFiles(app, alice, lunch, [fileId]), "conflict", "file_unfinished");

    await uploader.put(fileId, 5, Buffer.from("67890"));
    await expectRefusal(sendFiles(app, bob, lunch, [fileId]), "conflict", "file_unfinished");
    await expectRefusal(sendFiles(app, alice, lunch, [newId<FileId>()]), "conflict", "file_unfinished");
    await sendFiles(app, alice, lunch, [fileId]);
  });

  test("an upload goes on where it broke off, and tells how far it is", async () => {
    const bytes = randomBytes(100_000);
    const fileId = newId<FileId>();
    const uploader = await uploaderOf(app, alice);
    const begun = await uploader.begin(fileId, bytes.length);
    expect([begun.status, begun.headers.get("location")]).toEqual([201, `/files/uploads/${fileId}`]);
    await uploader.put(fileId, 0, bytes.subarray(0, 60_000));

    const again = await uploader.begin(fileId, bytes.length);
    expect([again.status, again.headers.get("upload-offset")]).toEqual([201, "60000"]);
    const { headers } = await uploader.look(fileId);
    expect([headers.get("upload-offset"), headers.get("upload-length")]).toEqual(["60000", "100000"]);
    expect((await uploader.put(fileId, 50_000, bytes.subarray(50_000))).status).toBe(409);

    expect((await uploader.put(fileId, 60_000, bytes.subarray(60_000))).status).toBe(204);
    const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
    const answer = await fetchFile(app, bob, { messageId, fileId });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test("what was whole when the server stopped is finished when it is next asked for", async () => {
    const fileId = await upload(app, alice, await picture());
    await app.db.updateTable("files").set({ state: "uploading", mime: "x" }).where("id", "=", fileId).execute();
    const { headers } = await (await uploaderOf(app, alice)).look(fileId);
    expect(headers.get("upload-offset")).toBe(headers.get("upload-length"));
    expect(await rowOf(fileId)).toMatchObject({ state: "ready", mime: "image/jpeg" });

    await app.db.updateTable("files").set({ state: "uploading" }).where("id", "=", fileId).execute();
    await sendFiles(app, alice, lunch, [fileId]);
  });

  test("a file that is no longer wanted is gone, unless a message holds it", async () => {
    const [unwanted, sent] = [await upload(app, alice, Buffer.from("a")), await upload(app, alice, Buffer.from("b"))];
    await sendFiles(app, alice, lunch, [sent]);
    const uploader = await uploaderOf(app, alice);
    expect((await uploader.stop(unwanted)).status).toBe(204);
    expect((await uploader.look(unwanted)).status).toBe(404);
    expect((await uploader.stop(sent)).status).toBe(409);
    expect((await (await uploaderOf(app, bob)).stop(sent)).status).toBe(404);
  });

  test("nobody else sees, fills, ends or takes over Alice's upload", async () => {
    const fileId = newId<FileId>();
    await (await uploaderOf(app, alice)).begin(fileId, 5);
    const stranger = await uploaderOf(app, bob);
    expect((await stranger.look(fileId)).status).toBe(404);
    expect((await stranger.put(fileId, 0, Buffer.from("12345"))).status).toBe(404);
    expect((await stranger.stop(fileId)).status).toBe(404);
    expect((await stranger.begin(fileId, 5)).status).toBe(409);
    expect((await (await uploaderOf(app, alice)).look(fileId)).headers.get("upload-offset")).toBe("0");
  });

  test("a stretch is served as a stretch", async () => {
    const fileId = await upload(app, alice, Buffer.from("0123456789"));
    const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
    const at = { messageId, fileId };
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await fetchFile(app, bob, at, { headers: { range, ...more } });
      return [answer.status, answer.headers.get("content-range"), await answer.text()];
    };
    expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=5-99")).toEqual([206, "bytes 5-9/10", "56789"]);
    expect(await part("bytes=10-")).toEqual([416, "bytes */10", ""]);
    expect(await part("bytes=0-1,4-5")).toEqual([200, null, "0123456789"]);
    expect(await part("bytes=2-4", { "if-range": '"another"' })).toEqual([200, null, "0123456789"]);
    const head = await fetchFile(app, bob, at, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "10"]);
    const etag = head.headers.get("etag") ?? "";
    expect((await fetchFile(app, bob, at, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("an outsider, another's ticket, an old one and none are told the same: there is nothing", async () => {
    const fileId = await upload(app, alice, Buffer.from("secret"));
    const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
    const at = { messageId, fileId };
    const { ticket } = await app.as(alice).files.ticket.query();
    const answers = [
      await fetchFile(app, carol, at),
      await fetchFile(app, bob, at, { ticket }),
      await fetchFile(app, bob, at, { ticket: "" }),
      await fetchFile(app, bob, at, { ticket: `${ticket.split(".")[0]}.AAAA` }),
      await fetchFile(app, bob, { messageId, fileId: newId<FileId>() }),
      await fetchFile(app, bob, { messageId: newId<MessageId>(), fileId }),
      await fetchFile(app, bob, at, { variant: "huge" }),
      await fetchFile(app, bob, at, { headers: { cookie: "" } }),
    ];
    ahead = 600_001;
    answers.push(await fetchFile(app, alice, at, { ticket }));
    ahead = 0;
    expect((await fetchFile(app, alice, at, { ticket })).status).toBe(200);

    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-security-policy")).toBeNull();
      expect(await answer.json()).toMatchObject({
        error: { data: { app: { code: "not_found", reason: "not_found" } } },
      });
    }
  });

  test("who has left sees no file of it any more", async () => {
    const group = await startGroup(app, alice, [bob]);
    const fileId = await upload(app, alice, Buffer.from("later"));
    const { messageId } = await sendFiles(app, alice, group, [fileId]);
    expect((await fetchFile(app, bob, { messageId, fileId })).status).toBe(200);
    await app.as(alice).conversations.removeMember.mutate({ conversationId: group, userId: bob.id });
    expect((await fetchFile(app, bob, { messageId, fileId })).status).toBe(404);
  });

  test("a deleted message's file is erased with its bytes, unless it was passed on", async () => {
    const [kept, gone] = [await upload(app, alice, Buffer.from("kept")), await upload(app, alice, Buffer.from("gone"))];
    const { messageId } = await sendFiles(app, alice, lunch, [kept, gone]);
    const other = await startGroup(app, bob, [alice]);
    const passedOn = newId<MessageId>();
    await app.as(bob).messages.send.mutate({
      ...{ conversationId: other, messageId: passedOn },
      forward: { conversationId: lunch, messageId, isNamed: true },
    });
    expect((await readAll(app, alice, other)).at(-1)?.attachments).toHaveLength(2);
    expect((await fetchFile(app, alice, { messageId: passedOn, fileId: gone })).status).toBe(200);

    const third = await sendFiles(app, alice, lunch, [kept]);
    await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });
    expect((await fetchFile(app, bob, { messageId, fileId: gone })).status).toBe(404);
    expect((await fetchFile(app, alice, { messageId: passedOn, fileId: gone })).status).toBe(200);

    await app.as(bob).messages.delete.mutate({ conversationId: other, messageId: passedOn });
    await vi.waitFor(async () => expect(await rowOf(gone)).toBeUndefined());
    expect((await fetchFile(app, bob, { messageId: third.messageId, fileId: kept })).status).toBe(200);
  });

  test("a caption can be changed and taken away, and a message is never left with nothing", async () => {
    const fileId = await upload(app, alice, Buffer.from("a"));
    const { messageId } = await sendFiles(app, alice, lunch, [fileId], { text: "First" });
    const edit = (text: string, id = messageId) =>
      app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId: id, text });
    await edit("");
    expect((await readAll(app, bob, lunch)).at(-1)).toMatchObject({ text: "", attachments: [{ fileId }] });
    const words = await say(app, alice, lunch, "Only words");
    await expectRefusal(edit("", words.messageId), "bad_input", "message_empty");
  });

  test("a message sent again has its files once, even when they are gone by then", async () => {
    const fileId = await upload(app, alice, Buffer.from("once"));
    const messageId = newId<MessageId>();
    const send = () =>
      app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, attachments: [{ fileId, name: "a" }] });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId });
    await vi.waitFor(async () => expect(await rowOf(fileId)).toBeUndefined());
    expect(await send()).toMatchObject({ seq: first.seq });
  });

  test("a file waits with the scheduled message that holds it", async () => {
    const fileId = await upload(app, alice, Buffer.from("later"));
    const key = newId<MessageId>();
    const sendAt = new Date(Date.now() + 3_600_000).toISOString();
    // What a device says of it is for its other devices; the message has what it is.
    const attachments = [{ fileId, name: "later.txt", kind: "image" as const, mime: "image/png", size: 7 }];
    await app
      .as(alice)
      .sync.setOwn.mutate({ kind: "scheduled", key, value: { conversationId: lunch, text: "", sendAt, attachments } });
    ahead = 3_600_001;
    await app.runJob("send-scheduled").finally(() => {
      ahead = 0;
    });
    expect((await readAll(app, bob, lunch)).at(-1)).toMatchObject({
      id: key,
      attachments: [{ fileId, name: "later.txt", kind: "document", mime: "text/plain", size: 5 }],
    });
  });

  test("a picture stands in for the file in two sizes, and is drawn when it is first asked for", async () => {
    const fileId = await upload(app, alice, await picture(3_000, 1_000));
    const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
    const sizes = { small: 480, large: 1_600 };
    for (const [variant, width] of Object.entries(sizes)) {
      const answer = await fetchFile(app, bob, { messageId, fileId }, { variant });
      expect(answer.headers.get("content-type")).toBe("image/webp");
      expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: "webp", width });
    }
    expect(await rowOf(fileId)).toMatchObject({ has_thumbnails: true });
  });
});
