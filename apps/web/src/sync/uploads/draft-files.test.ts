// @vitest-environment node
import { type ConversationId, type FileId, type MessageId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { makeUploads, patterned } from "../testing/scripted-uploads.ts";
import { makeDraftFiles, tidyDrafts } from "./draft-files.ts";
import { tidyBytes } from "./keep-uploads.ts";

const lunch = newId<ConversationId>();
const dinner = newId<ConversationId>();
const minute = 60_000;

async function deviceWith(...[around]: Partial<Parameters<typeof makeUploads>>) {
  const device = await makeUploads(around ?? ((_, serve) => serve()));
  await device.db.put("meta", { key: "start", cursor: { epoch: "1", xid: "1", userRev: 1 } });
  const files = makeDraftFiles({
    ...device,
    tell: () => undefined,
    makeRoom: async () => undefined,
    flush: () => undefined,
  });
  const place = (key: ConversationId) => ({ key, conversationId: key });
  return {
    ...device,
    files,
    place,
    async choose(key: ConversationId, fileId: FileId, length = 1_000) {
      await files.keep(place(key), fileId, { fileId, name: "a.jpg", blob: new Blob([patterned(length)]) }, false);
    },
    draft: (key: ConversationId, text: string, ...fileIds: FileId[]) =>
      device.put({
        type: "setOwn",
        input: { kind: "draft", key, value: text || fileIds.length ? { text, attachments: fileIds.map(named) } : null },
      }),
    /** What drafts and marks settle for. */
    async leave() {
      device.clock.now += 2_000;
      await device.flush();
    },
    drafts: () => device.asked.filter((it) => it.path === "sync.setOwn").map((it) => it.input),
  };
}
const named = (fileId: FileId) => ({ fileId, name: "a.jpg" });

test("O10 a draft leaves after the last byte of its files, another one does not wait; its files stay its own", async () => {
  const device = await deviceWith();
  const fileId = newId<FileId>();
  await device.choose(lunch, fileId);
  await device.draft(lunch, "Which?", fileId);
  await device.draft(dinner, "Later");
  await device.leave();
  expect(device.drafts().map((it) => it["key"])).toEqual([dinner]);

  await device.upload();
  await device.leave();
  expect(device.drafts().at(-1)).toMatchObject({ key: lunch, value: { attachments: [{ fileId }] } });
  expect(await device.uploads()).toMatchObject([{ fileId, state: "done" }]);
  await tidyDrafts(device.db, Date.now() + 2 * minute);
  await tidyBytes(device.db, Date.now() + 100 * minute);
  expect((await device.db.get("bytes", fileId))?.size).toBe(1_000);
});

test("O10 a message takes the files of its draft along, wherever they are on their way", async () => {
  const device = await deviceWith();
  const [there, here] = [newId<FileId>(), newId<FileId>()];
  const messageId = newId<MessageId>();
  await device.choose(lunch, there);
  await device.upload();
  await device.choose(lunch, here);
  const attachments = [there, here].map(named);
  await device.put({ type: "sendMessage", input: { conversationId: lunch, messageId, text: "Both", attachments } });
  await device.draft(lunch, "");
  await device.flush();
  expect(device.texts()).toEqual([]);

  await device.upload();
  await device.leave();
  expect(device.texts()).toEqual(["Both"]);
  expect(await device.waiting()).toEqual([]);
  expect(await device.uploads()).toEqual([]);
  expect(device.requests.filter((it) => it.method === "DELETE")).toEqual([]);
});

test("O10 what Alice takes out of a draft is forgotten here at once, and by the server after the draft says so", async () => {
  const device = await deviceWith();
  const fileId = newId<FileId>();
  await device.choose(lunch, fileId);
  await device.upload();
  await device.files.letGo(device.place(lunch), [fileId]);
  await device.draft(lunch, "No picture");
  expect(await device.db.get("bytes", fileId)).toBeUndefined();
  await device.leave();
  expect(device.drafts()).toHaveLength(1);
  expect(device.held.has(fileId)).toBe(true);

  device.clock.now = Date.now() + minute;
  await device.upload();
  expect(device.held.has(fileId)).toBe(false);
  expect(await device.uploads()).toEqual([]);
});

test("O10 a file without room on the server stays in its draft with the reason, until Alice takes it out", async () => {
  const full = { error: { data: { app: { code: "too_large", reason: "storage_full", sentence: "Full." } } } };
  const device = await deviceWith(() => Response.json(full, { status: 413 }));
  const fileId = newId<FileId>();
  await device.choose(lunch, fileId);
  await device.draft(lunch, "Look", fileId);
  await device.upload();
  await device.leave();
  expect(await device.uploads()).toMatchObject([{ state: "failed", failure: { reason: "storage_full" } }]);
  expect(await device.waiting()).toMatchObject([{ state: "waiting" }]);

  await device.files.letGo(device.place(lunch), [fileId]);
  await device.draft(lunch, "Look");
  await device.leave();
  expect(device.drafts()).toMatchObject([{ value: { text: "Look" } }]);
});

test("O10 a scheduled message leaves after its files, and what is sent now instead takes them along", async () => {
  const device = await deviceWith();
  const [fileId, other] = [newId<FileId>(), newId<FileId>()];
  const [key, late] = [newId<MessageId>(), newId<MessageId>()];
  for (const id of [fileId, other]) await device.choose(lunch, id);
  const scheduled = (id: MessageId, file: FileId | null) =>
    device.put({
      type: "setOwn",
      input: {
        kind: "scheduled",
        key: id,
        value: file && { conversationId: lunch, text: "", attachments: [named(file)] },
      },
    });
  await scheduled(key, fileId);
  await scheduled(late, other);
  const attachments = [named(fileId)];
  await device.put({ type: "sendMessage", input: { conversationId: lunch, messageId: key, text: "Now", attachments } });
  await scheduled(key, null);
  await device.leave();
  expect(device.asked).toEqual([]);

  await device.upload();
  await device.leave();
  expect(device.texts()).toEqual(["Now"]);
  const dropped = Object.fromEntries(device.drafts().map((it) => [it["key"], it["value"] === null]));
  expect(dropped).toEqual({ [key]: true, [late]: false });
  expect(new Set(device.held.keys())).toEqual(new Set([fileId, other]));
  expect(await device.uploads()).toEqual([]);
});

test("O10 what another device has sent or taken out of the draft leaves this one, also as it was chosen", async () => {
  const device = await deviceWith();
  const [kept, gone] = [newId<FileId>(), newId<FileId>()];
  for (const id of [kept, gone]) {
    await device.files.choose({
      id,
      key: lunch,
      file: new File(["12345"], "a.jpg"),
      isOriginal: false,
      isDrafted: false,
    });
    await device.choose(lunch, id);
    await device.files.drafted(id, { fileId: id, isOriginal: false });
  }
  await device.upload();
  await device.draft(lunch, "One", kept);
  await tidyDrafts(device.db, Date.now() + 2 * minute);

  expect(await device.db.getAllKeys("bytes")).toEqual([kept]);
  expect(await device.db.getAllKeys("chosen")).toEqual([kept]);
  expect((await device.files.chosenAs(device.place(lunch), kept))?.file.name).toBe("a.jpg");
  // A copy that is built anew does not know its drafts yet.
  await device.db.delete("meta", "start");
  await device.db.clear("outbox");
  await tidyDrafts(device.db, Date.now() + 2 * minute);
  expect(await device.db.getAllKeys("bytes")).toEqual([kept]);
});
