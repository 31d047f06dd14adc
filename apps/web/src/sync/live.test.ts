// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { type ConversationId, directConversationId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inConversationRange } from "./store/db.ts";
import { type TestDevice, startDevice, until } from "./testing/test-device.ts";

const { alice, bob } = cast;
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

async function deviceOf(user: typeof alice | typeof bob) {
  const device = await startDevice(app.url, user.id, await app.sessionCookieOf(user));
  devices.push(device);
  return device;
}

const textsOn = async (device: TestDevice, id: ConversationId) => (await device.db.getAll("messages", inConversationRange(id))).map((row) => row.text);

test("Alice writes to Bob for the first time, and it is on his device at once", async () => {
  const alices = await deviceOf(alice);
  const bobs = await deviceOf(bob);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(() => alices.sockets().length && bobs.sockets().length);

  await alices.do.sendMessage({ conversationId: lunch, text: "Ramen?", to: bob.id });

  await until(async () => (await textsOn(bobs, lunch)).includes("Ramen?"));
  await until(async () => (await textsOn(alices, lunch)).includes("Ramen?"));
  expect(await alices.db.getAll("outbox")).toEqual([]);
});

test("what Alice writes with no network is sent in order when it is back", async () => {
  const alices = await deviceOf(alice);
  const bobs = await deviceOf(bob);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(async () => (await textsOn(alices, lunch)).length);
  alices.goOffline();

  for (const text of ["one", "two", "three"]) await alices.do.sendMessage({ conversationId: lunch, text });
  alices.goOnline();

  await until(async () => (await textsOn(bobs, lunch)).includes("three"));
  expect((await textsOn(bobs, lunch)).slice(-3)).toEqual(["one", "two", "three"]);
});
