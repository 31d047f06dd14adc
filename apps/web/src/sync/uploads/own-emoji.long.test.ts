// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { type CustomEmoji, directConversationId, type EmojiId, type FileId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startDevice, type TestDevice, until } from "../testing/test-device.ts";

const { alice, bob } = cast;
const saved = await directConversationId(alice.id, alice.id);
/** A picture of one dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
let app: App;
const devices: TestDevice[] = [];

beforeAll(async () => {
  app = await startApp({ rooms: true });
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
}, 60_000);
afterAll(() => app.close());
afterEach(async () => {
  await Promise.all(devices.splice(0).map((it) => it.stop()));
});

async function deviceOf(user: typeof alice | typeof bob): Promise<TestDevice> {
  const started = await startDevice(app.url, user.id, await app.sessionCookieOf(user));
  devices.push(started);
  return started;
}

function newEmoji(name: string) {
  const [id, fileId] = [newId<EmojiId>(), newId<FileId>()];
  const emoji: CustomEmoji = { name, fileId, makerId: alice.id };
  return { id, emoji, files: [{ fileId, name: "dot.png", blob: new Blob([dot]) }] };
}
const heldBy = async (it: TestDevice, id: EmojiId) => (await it.db.get("own", ["emoji", id]))?.value;
const isEmpty = async (it: TestDevice) => (await it.db.getAll("outbox")).length === 0;

test("A12 O10 an emoji that Alice makes offline leaves after its picture, her reaction after it, and Bob has it", async () => {
  const [hers, his] = [await deviceOf(alice), await deviceOf(bob)];
  const messageId = await hers.do.sendMessage({ conversationId: saved, to: alice.id, text: "Ramen?" });
  await until(() => isEmpty(hers));

  const { id, emoji, files } = newEmoji("ramen");
  hers.goOffline();
  await hers.do.setEmoji(id, emoji, files);
  await hers.do.reactToMessage({ conversationId: saved, messageId, emoji: ":ramen:", isOn: true });
  hers.goOnline();

  await until(() => isEmpty(hers), 30_000);
  await until(() => heldBy(his, id));
  expect(await heldBy(his, id)).toEqual(emoji);
  const { reactions } = await app.as(alice).messages.around.query({ conversationId: saved, messageId });
  expect(reactions).toMatchObject([{ emoji: ":ramen:", isRemoved: false }]);
});

test("A12 Bob hears of a new name and of the end of an emoji, also when he was away", async () => {
  const [hers, his] = [await deviceOf(alice), await deviceOf(bob)];
  const { id, emoji, files } = newEmoji("soup");
  await hers.do.setEmoji(id, emoji, files);
  await until(() => heldBy(his, id));

  await hers.do.setEmoji(id, { ...emoji, name: "stew" });
  await until(async () => ((await heldBy(his, id)) as CustomEmoji | null)?.name === "stew");
  expect(await heldBy(his, id)).toEqual({ ...emoji, name: "stew", formerNames: ["soup"] });

  his.goOffline();
  await hers.do.setEmoji(id, null);
  await until(() => isEmpty(hers));
  his.goOnline();
  await until(async () => (await heldBy(his, id)) === null);
});

test("A12 O9 an emoji whose name is taken stays with its reason until it is put away", async () => {
  const hers = await deviceOf(alice);
  const first = newEmoji("udon");
  await hers.do.setEmoji(first.id, first.emoji, first.files);
  await until(() => isEmpty(hers));
  const second = newEmoji("udon");
  await hers.do.setEmoji(second.id, second.emoji, second.files);

  const refused = await until(async () => (await hers.db.getAll("outbox")).find((it) => it.state === "failed"));
  expect(refused).toMatchObject({ input: { key: second.id }, failure: { reason: "emoji_name_taken" } });
  await hers.do.discard(refused.id);
  await until(() => isEmpty(hers));
});
