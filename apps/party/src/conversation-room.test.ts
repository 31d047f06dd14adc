import { type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rooms, startRooms } from "./runtime/index.ts";
import { changeOf, enter, newConversation, publish, secret, soon } from "./testing.ts";

const { alice, bob } = cast;
let rooms: Rooms;

beforeAll(async () => {
  rooms = await startRooms({ secret, heartbeatMs: 250, typingMs: 400 });
});
afterAll(() => rooms.close());

test("R3 whoever enters is told the newest rev, who is here and what time it is", async () => {
  const lunch = newConversation();
  await enter(rooms.url, alice.id, lunch, { rev: 7 });

  const bobs = await enter(rooms.url, bob.id, lunch, { rev: 5 });

  const hello = await bobs.hears("hello");
  expect(hello).toMatchObject({ rev: 7, present: [alice.id, bob.id] });
  expect(Math.abs(Date.parse(hello.serverTime) - Date.now())).toBeLessThan(5_000);
});

test("R11 a person with two devices comes once and goes once", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const phone = await enter(rooms.url, bob.id, lunch);
  const laptop = await enter(rooms.url, bob.id, lunch);
  await alices.hears("present", { userId: bob.id, isPresent: true });

  phone.leave();
  await soon();
  expect(alices.heard.filter((it) => it.t === "present")).toHaveLength(1);

  laptop.leave();
  await alices.hears("present", { userId: bob.id, isPresent: false });
  expect(alices.heard.filter((it) => it.t === "present")).toHaveLength(2);
});

test("R11 nobody is told that they came themselves", async () => {
  const alices = await enter(rooms.url, alice.id, newConversation());
  await soon();
  expect(alices.heard.filter((it) => it.t === "present")).toEqual([]);
});

test("R12 the others see that Alice is writing, and no longer when she falls silent", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const bobs = await enter(rooms.url, bob.id, lunch);

  alices.say({ t: "typing", isTyping: true });

  await bobs.hears("typing", { userId: alice.id, isTyping: true });
  await bobs.hears("typing", { userId: alice.id, isTyping: false });
  expect(alices.heard.filter((it) => it.t === "typing")).toEqual([]);
});

test("R12 who writes in a thread is said to write there, and not in the conversation", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const bobs = await enter(rooms.url, bob.id, lunch);
  const threadId = newId<MessageId>();

  alices.say({ t: "typing", isTyping: true, threadId });
  await bobs.hears("typing", { userId: alice.id, isTyping: true, threadId });
  alices.say({ t: "typing", isTyping: true });
  await bobs.hears("typing", { userId: alice.id, isTyping: true, threadId: undefined });

  alices.leave();
  await bobs.hears("typing", { isTyping: false, threadId });
  await bobs.hears("typing", { isTyping: false, threadId: undefined });
});

test("R12 writing ends when the writer leaves", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const bobs = await enter(rooms.url, bob.id, lunch);
  alices.say({ t: "typing", isTyping: true });
  await bobs.hears("typing", { isTyping: true });

  alices.leave();

  await bobs.hears("typing", { userId: alice.id, isTyping: false });
});

test("R12 fidgeting with the typing sign is not passed on, and costs nobody the connection", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const bobs = await enter(rooms.url, bob.id, lunch);

  for (let i = 0; i < 15; i++) alices.say({ t: "typing", isTyping: i % 2 === 0 });

  await soon(600);
  expect(bobs.heard.filter((it) => it.t === "typing").length).toBeLessThanOrEqual(6);
  expect(alices.socket.readyState).toBe(alices.socket.OPEN);
});

test("R10 [F06] the heartbeat repeats the newest rev, so a change whose publication was lost is noticed", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch, { rev: 4 });
  await publish(rooms.url, [changeOf(lunch, 5)]);

  expect((await alices.hears("beat", { rev: 6 })).rev).toBe(6);
});

test("R10 a ping is answered with a beat, so a device can tell a dead socket from a quiet one", async () => {
  const alices = await enter(rooms.url, alice.id, newConversation(), { rev: 9 });
  alices.heard.length = 0;
  alices.say({ t: "ping" });
  await alices.hears("beat", { rev: 9 });
});

test("R4 a connection whose ticket ends without a new one is told so and closed, without having said anything", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const alices = await enter(rooms.url, alice.id, lunch, { seconds: 1 });

  await alices.hears("bye", { code: 4408 });
  await alices.closed();
  await bobs.hears("present", { userId: alice.id, isPresent: false });
});

test("R4 nothing is told to a connection after its ticket has ended, whatever the heartbeat", async () => {
  const slow = await startRooms({ secret, heartbeatMs: 60_000 });
  const lunch = newConversation();
  const alices = await enter(slow.url, alice.id, lunch, { seconds: 1 });
  await soon(1_100);

  await publish(slow.url, [changeOf(lunch, 1)]);

  await alices.hears("bye", { code: 4408 });
  expect(alices.heard.filter((it) => it.t === "changes")).toEqual([]);
  await slow.close();
});
