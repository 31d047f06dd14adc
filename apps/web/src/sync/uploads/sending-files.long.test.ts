// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { type ConversationId, directConversationId, type FileId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { patterned } from "../testing/scripted-uploads.ts";
import { startDevice, type TestDevice, until } from "../testing/test-device.ts";

const { alice, bob } = cast;
const saved = await directConversationId(alice.id, alice.id);
let app: App;
const devices: TestDevice[] = [];

beforeAll(async () => {
  app = await startApp({ rooms: true });
  await app.addUser("Alice", alice.id);
  await app.addUser("Bob", bob.id);
}, 60_000);
afterAll(() => app.close());
afterEach(async () => {
  await Promise.all(devices.splice(0).map((it) => it.stop()));
});

async function deviceOf(user: typeof alice, prefix?: string) {
  const cookie = await app.sessionCookieOf(user);
  const device = await startDevice(app.url, user.id, cookie, prefix ? { prefix } : {});
  devices.push(device);
  return device;
}

async function send(device: TestDevice, length: number, conversationId: ConversationId = saved) {
  const fileId = newId<FileId>();
  const blob = new Blob([patterned(length)]);
  const messageId = await device.do.sendMessage({
    conversationId,
    to: alice.id,
    attachments: [{ fileId, name: "ramen.bin" }],
    attached: [{ fileId, name: "ramen.bin", kind: "document", mime: "application/octet-stream", size: length }],
    files: [{ fileId, name: "ramen.bin", blob }],
  });
  return { fileId, messageId };
}

const heldBy = (fileId: FileId) =>
  app.db.selectFrom("message_files").selectAll().where("file_id", "=", fileId).execute();

async function bytesOf({ fileId, messageId }: { fileId: FileId; messageId: string }): Promise<Uint8Array> {
  const cookie = await app.sessionCookieOf(alice);
  const answer = await fetch(`${app.url}/trpc/files.ticket?input={}`, { headers: { cookie } });
  const { ticket } = ((await answer.json()) as { result: { data: { ticket: string } } }).result.data;
  const path = `/files/attachments/${messageId}/${fileId}/download?ticket=${ticket}`;
  return new Uint8Array(await (await fetch(app.url + path, { headers: { cookie } })).arrayBuffer());
}

test("O10 Alice's file arrives as it was, although every third request is lost on its way or back", async () => {
  const device = await deviceOf(alice);
  let count = 0;
  device.network.around = async (ask) => {
    count++;
    if (count % 3 === 0) throw new TypeError("The request was lost.");
    const answer = await ask();
    if (count % 3 === 1 && count > 6) throw new TypeError("The answer was lost.");
    return answer;
  };
  const sent = await send(device, 1_500_000);

  await until(async () => {
    device.wake();
    return (await heldBy(sent.fileId)).length > 0;
  }, 60_000);

  expect(await heldBy(sent.fileId)).toHaveLength(1);
  expect(await bytesOf(sent)).toEqual(patterned(1_500_000));
});

test("O10 Alice closes Parley in the middle of a file, opens it again, and it goes on where it was", async () => {
  const first = await deviceOf(alice, "closing");
  let pieces = 0;
  first.network.around = async (ask) => {
    const answer = await ask();
    if (answer.status === 204 && ++pieces === 1) void first.stop();
    return answer;
  };
  const sent = await send(first, 2_000_000);
  await until(() => pieces > 0);
  await first.stop();
  devices.splice(devices.indexOf(first), 1);
  expect(await heldBy(sent.fileId)).toEqual([]);

  const again = await deviceOf(alice, "closing");
  await until(async () => (await heldBy(sent.fileId)).length > 0);

  expect(await bytesOf(sent)).toEqual(patterned(2_000_000));
  expect(await again.db.count("uploads")).toBe(0);
});

test("O10 [F30] with two tabs open, one of them uploads", async () => {
  const tabs = [await deviceOf(alice, "tabs"), await deviceOf(alice, "tabs")];
  const asked = [0, 0];
  for (const [at, tab] of tabs.entries())
    tab.network.around = (ask) => {
      asked[at]!++;
      return ask();
    };
  await until(() => tabs.some((it) => it.engine.isLeading()));
  const idle = tabs.findIndex((it) => !it.engine.isLeading());

  const sent = await send(tabs[idle]!, 400_000);
  await until(async () => (await heldBy(sent.fileId)).length > 0);

  expect(asked[idle]).toBe(0);
});

test("O10 [F19] Alice's session is revoked in the middle of a file: nothing more of it leaves", async () => {
  const device = await deviceOf(alice);
  device.network.around = async (ask) => {
    const answer = await ask();
    if (answer.status === 204) await app.db.deleteFrom("sessions").where("user_id", "=", alice.id).execute();
    return answer;
  };
  const sent = await send(device, 2_000_000);

  await until(() => device.ended() === "server");

  expect(await heldBy(sent.fileId)).toEqual([]);
  expect(await device.db.getAll("uploads")).toMatchObject([{ state: "waiting" }]);
});
