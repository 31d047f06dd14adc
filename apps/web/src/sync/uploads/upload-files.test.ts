// @vitest-environment node
import { type ConversationId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { discardCommand, retryCommand } from "../outbox/decide.ts";
import { orAbort, writeOutbox } from "../store/db.ts";
import { makeUploads, patterned } from "../testing/scripted-uploads.ts";
import { pauseUploads, resumeUploads, tidyBytes } from "./keep-uploads.ts";

const lunch = newId<ConversationId>();
const lost = () => Promise.reject(new TypeError("The line broke."));
const refused = (status: number, reason: string, code = "too_large") =>
  Response.json({ error: { data: { app: { code, reason, sentence: "No." } } } }, { status });

test("O10 a file that is sent in pieces arrives as it was", async () => {
  const device = await makeUploads((_, serve) => serve());
  const { fileIds } = await device.send(lunch, [1_000_000, 70_000]);

  expect(await device.upload()).toMatchObject({ stopped: "empty", accepted: 2 });

  expect(device.held.get(fileIds[0]!)?.bytes).toEqual(patterned(1_000_000));
  expect(device.held.get(fileIds[1]!)?.bytes).toEqual(patterned(70_000));
  for (const upload of await device.uploads()) expect(upload).toMatchObject({ state: "done", sent: upload.size });
});

test("O10 a message leaves once its last file is there; what was written after it does not wait, an answer to it does", async () => {
  const device = await makeUploads((_, serve) => serve());
  const { messageId } = await device.send(lunch, [1_000], "Ramen");
  await device.send(lunch, [], "Are you coming?");
  const answer = newId<typeof messageId>();
  await device.put({
    type: "sendMessage",
    input: { conversationId: lunch, messageId: answer, text: "The left one", replyToId: messageId },
  });

  await device.flush();
  expect(device.texts()).toEqual(["Are you coming?"]);

  await device.upload();
  await device.flush();
  expect(device.texts()).toEqual(["Are you coming?", "Ramen", "The left one"]);
  expect(await device.uploads()).toEqual([]);
});

test.each([
  ["the request", false],
  ["the answer", true],
])("O10 when %s is lost again and again, the upload goes on where the server stopped", async (_, arrives) => {
  let count = 0;
  const device = await makeUploads((_request, serve) => {
    if (count++ % 3 !== 1) return serve();
    if (arrives) serve();
    return lost();
  });
  const { fileIds } = await device.send(lunch, [900_000]);

  let runs = 0;
  while ((await device.upload()).stopped === "unreachable") runs++;

  expect(runs).toBeGreaterThan(1);
  expect(device.held.get(fileIds[0]!)?.bytes).toEqual(patterned(900_000));
});

test("O10 a server that has forgotten an upload is given it again from the beginning", async () => {
  let isForgotten = false;
  const device = await makeUploads(({ method, fileId }, serve) => {
    if (method === "PATCH" && device.held.get(fileId)!.bytes.length > 0 && !isForgotten) {
      isForgotten = true;
      device.held.clear();
    }
    return serve();
  });
  const { fileIds } = await device.send(lunch, [900_000]);

  await device.upload();

  expect(device.requests.filter((it) => it.method === "POST")).toHaveLength(2);
  expect(device.held.get(fileIds[0]!)?.bytes).toEqual(patterned(900_000));
});

test("O10 a full account is why the message was not sent; with room again, it can be", async () => {
  let isFull = true;
  const device = await makeUploads(({ method }, serve) =>
    method === "POST" && isFull ? refused(413, "storage_full") : serve(),
  );
  await device.send(lunch, [1_000], "Ramen");

  expect(await device.upload()).toMatchObject({ refused: 1 });
  const [failed] = await device.commands();
  expect(failed).toMatchObject({ state: "failed", failure: { reason: "storage_full" } });

  isFull = false;
  await retryCommand(device.db, failed!.id);
  await device.upload();
  await device.flush();
  expect(device.texts()).toEqual(["Ramen"]);
});

test("O10 a message that is taken back takes its files back, from the server too", async () => {
  let hold: (() => void) | undefined;
  const device = await makeUploads(async ({ method }, serve) => {
    if (method === "PATCH") await new Promise<void>((resolve) => (hold = resolve));
    return serve();
  });
  const { messageId, fileIds } = await device.send(lunch, [500_000]);
  const uploading = device.upload();
  await expect.poll(() => hold).toBeDefined();

  await device.put({ type: "deleteMessage", input: { conversationId: lunch, messageId } });
  hold?.();
  await uploading;

  expect(await device.commands()).toEqual([]);
  expect(await device.uploads()).toEqual([]);
  expect(await device.db.get("bytes", fileIds[0]!)).toBeUndefined();
  expect(device.held.size).toBe(0);
});

test("O10 a message that is discarded takes its files along; offline, their bytes go all the same", async () => {
  const device = await makeUploads(lost);
  const { fileIds } = await device.send(lunch, [1_000]);
  await device.upload();

  await discardCommand(device.db, (await device.commands())[0]!.id);
  await tidyBytes(device.db, device.clock.now);

  expect(await device.db.get("bytes", fileIds[0]!)).toBeUndefined();
  expect(await device.uploads()).toMatchObject([{ state: "cancelled" }]);
});

test("O10 a paused upload stays where it is, and goes on when it may", async () => {
  const device = await makeUploads((_, serve) => serve());
  const { messageId } = await device.send(lunch, [1_000], "Ramen");
  const change = async (work: typeof pauseUploads) => {
    const tx = writeOutbox(device.db);
    await orAbort(tx, () => work(tx, messageId));
  };

  await change(pauseUploads);
  await device.upload();
  await device.flush();
  expect(device.requests).toEqual([]);

  await change(resumeUploads);
  await device.upload();
  await device.flush();
  expect(device.texts()).toEqual(["Ramen"]);
});

test("O10 a page that is left in the middle of a piece loses nothing, and whoever comes next goes on", async () => {
  let isFirst = true;
  const device = await makeUploads(async ({ method }, serve) => {
    if (method !== "PATCH" || !isFirst) return serve();
    isFirst = false;
    device.leaving.abort();
    return lost();
  });
  await device.send(lunch, [300_000]);
  await device.upload();
  expect(await device.uploads()).toMatchObject([{ state: "waiting", wasTried: true }]);

  const { signal: _, ...next } = device.porter;
  const { uploadFiles } = await import("./upload-files.ts");
  expect(await uploadFiles(next)).toMatchObject({ accepted: 1 });
});

test("O10 [F30] two tabs that upload at once send each byte once", async () => {
  const device = await makeUploads((_, serve) => serve());
  await device.send(lunch, [100_000, 100_000]);

  await Promise.all([device.upload(), device.upload()]);

  expect(device.requests.filter((it) => it.method === "PATCH")).toHaveLength(2);
});

test("O10 files that were sent are shown from here for a while, and then go", async () => {
  const device = await makeUploads((_, serve) => serve());
  const { fileIds } = await device.send(lunch, [1_000]);
  await device.upload();
  await device.flush();

  await tidyBytes(device.db, device.clock.now + 60_000);
  expect(await device.db.get("bytes", fileIds[0]!)).toBeDefined();
  await tidyBytes(device.db, device.clock.now + 7_200_000);
  expect(await device.db.get("bytes", fileIds[0]!)).toBeUndefined();
});

test.each([429, 423])("O10 a server that says %i is asked again later", async (status) => {
  let isFirst = true;
  const device = await makeUploads((_, serve) => {
    if (!isFirst) return serve();
    isFirst = false;
    return new Response(null, { status, headers: { "retry-after": "7" } });
  });
  await device.send(lunch, [1_000]);

  expect(await device.upload()).toMatchObject({ retryAt: device.clock.now + 7_000, accepted: 0 });
  device.clock.now += 7_000;
  expect(await device.upload()).toMatchObject({ accepted: 1 });
});
