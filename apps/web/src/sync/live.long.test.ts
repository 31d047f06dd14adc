// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { type ConversationId, directConversationId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inConversationRange } from "./store/db.ts";
import { startDevice, type TestDevice, until } from "./testing/test-device.ts";

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

const textsOn = async (device: TestDevice, id: ConversationId) =>
  (await device.db.getAll("messages", inConversationRange(id))).map((row) => row.text);

async function deliveredTo({ id }: typeof bob, conversationId: ConversationId): Promise<number> {
  const member = app.db.selectFrom("members").select("delivered_seq as seq");
  const { seq } = await member
    .where("user_id", "=", id)
    .where("conversation_id", "=", conversationId)
    .executeTakeFirstOrThrow();
  return seq;
}

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

test("[F29] of two tabs one holds the sockets; when it goes, the other takes over within a second", async () => {
  const prefix = `tabs${Math.random()}`;
  const first = await startDevice(app.url, alice.id, await app.sessionCookieOf(alice), { prefix });
  await until(() => first.sockets().length);
  const second = await startDevice(app.url, alice.id, await app.sessionCookieOf(alice), { prefix });
  devices.push(second);
  const bobs = await deviceOf(bob);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(async () => (await textsOn(bobs, lunch)).length);

  await second.do.sendMessage({ conversationId: lunch, text: "From the second tab" });
  await until(async () => (await textsOn(bobs, lunch)).includes("From the second tab"));
  expect(second.sockets()).toEqual([]);

  await first.stop();
  await until(() => second.engine.isLeading(), 1_000);
  await second.do.sendMessage({ conversationId: lunch, text: "Still here" });
  await until(async () => (await textsOn(bobs, lunch)).includes("Still here"));
});

test("[F19] a session that is revoked elsewhere ends here at once, and what waits is not sent", async () => {
  const carol = await app.addUser("Carol");
  const carols = await startDevice(app.url, carol.id, await app.sessionCookieOf(carol));
  devices.push(carols);
  await until(() => carols.sockets().length);
  carols.goOffline();
  await carols.do.sendMessage({
    conversationId: await directConversationId(carol.id, carol.id),
    text: "Never",
    to: carol.id,
  });

  await app.db.deleteFrom("sessions").where("user_id", "=", carol.id).execute();
  carols.goOnline();

  await until(() => carols.ended() === "server");
  expect(await carols.db.getAll("outbox")).toHaveLength(1);
  expect(await app.db.selectFrom("messages").selectAll().where("sender_id", "=", carol.id).execute()).toEqual([]);
});

test("Bob's device loses the network before it has said what arrived, and says it when it is back", async () => {
  const alices = await deviceOf(alice);
  const bobs = await deviceOf(bob);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(() => bobs.sockets().length);
  await alices.do.sendMessage({ conversationId: lunch, text: "Wait for it", to: bob.id });
  await until(async () => (await textsOn(bobs, lunch)).includes("Wait for it"));
  bobs.engine.open(lunch);
  await until(() => bobs.sockets().length === 2 && bobs.sockets().every((it) => it.readyState === WebSocket.OPEN));
  // Only his rooms are heard from now on.
  bobs.network.around = () => Promise.reject(new TypeError("lost"));
  await alices.do.sendMessage({ conversationId: lunch, text: "Did it arrive?", to: bob.id });
  await until(async () => (await textsOn(bobs, lunch)).includes("Did it arrive?"));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { lastSeq } = (await bobs.db.get("conversations", lunch))!.row;
  expect(await deliveredTo(bob, lunch)).toBeLessThan(lastSeq);

  bobs.network.around = (send) => send();
  bobs.goOnline();
  await until(async () => (await deliveredTo(bob, lunch)) === lastSeq);
});

test("[F09] [F32] with no rooms Parley is slower, says so, and is complete", async () => {
  const alices = await deviceOf(alice);
  const bobs = await startDevice(app.url, bob.id, await app.sessionCookieOf(bob), { hasSockets: false });
  devices.push(bobs);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(() => bobs.statuses.some((status) => status.isSlow));

  await bobs.do.sendMessage({ conversationId: lunch, text: "No socket here" });
  await until(async () => (await textsOn(alices, lunch)).includes("No socket here"));
  await alices.do.sendMessage({ conversationId: lunch, text: "Can you hear me?" });

  await until(async () => (await textsOn(bobs, lunch)).includes("Can you hear me?"), 15_000);
});

test("[F16] what a member wrote offline is refused after they were removed, and kept with the reason", async () => {
  const alices = await deviceOf(alice);
  const bobs = await deviceOf(bob);
  const team = await alices.do.createGroup({ title: "Team", memberIds: [bob.id] });
  await until(async () => (await bobs.db.get("conversations", team))?.cursor);
  bobs.goOffline();
  await bobs.do.sendMessage({ conversationId: team, text: "Am I still here?" });

  await alices.do.removeMember({ conversationId: team, userId: bob.id });
  await until(async () => !(await alices.db.getAll("outbox")).length);
  bobs.goOnline();

  await until(async () => (await bobs.db.getAll("outbox"))[0]?.state === "failed");
  expect(await bobs.db.getAll("outbox")).toMatchObject([
    { failure: { code: "not_found" }, input: { text: "Am I still here?" } },
  ]);
  await until(async () => (await bobs.db.get("conversations", team))?.me.leftAt);
});

test("[F21] two devices that edit the same message offline end with the later commit on both", async () => {
  const phone = await deviceOf(alice);
  const laptop = await deviceOf(alice);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(() => phone.sockets().length && laptop.sockets().length);
  const messageId = await phone.do.sendMessage({ conversationId: lunch, text: "Ramne?" });
  await until(async () => (await textsOn(laptop, lunch)).includes("Ramne?"));
  phone.goOffline();
  laptop.goOffline();
  await phone.do.editMessage({ conversationId: lunch, messageId, text: "Ramen? (phone)" });
  await laptop.do.editMessage({ conversationId: lunch, messageId, text: "Ramen? (laptop)" });

  phone.goOnline();
  await until(async () => !(await phone.db.getAll("outbox")).length);
  laptop.goOnline();
  await until(async () => !(await laptop.db.getAll("outbox")).length);

  for (const device of [phone, laptop])
    await until(async () => (await textsOn(device, lunch)).includes("Ramen? (laptop)"));
  const versions = await app.as(alice).messages.versions.query({ conversationId: lunch, messageId });
  expect(versions.map((it) => it.text)).toContain("Ramen? (phone)");
});

test("a socket that was cut comes back, and what was said meanwhile is there", async () => {
  const alices = await deviceOf(alice);
  const bobs = await deviceOf(bob);
  const lunch = await directConversationId(alice.id, bob.id);
  await until(() => alices.sockets().length && bobs.sockets().length);
  bobs.cut();
  await alices.do.sendMessage({ conversationId: lunch, text: "While you were away" });
  await until(async () => (await textsOn(bobs, lunch)).includes("While you were away"));
});
