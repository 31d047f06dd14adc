import { limits, newId, type SessionId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rooms, startRooms } from "./runtime/index.ts";
import {
  changeOf,
  connect,
  type Device,
  enter,
  newConversation,
  publish,
  publisherOf,
  secret,
  soon,
  ticketFor,
} from "./testing.ts";

const { alice, bob, carol } = cast;
let rooms: Rooms;

beforeAll(async () => {
  rooms = await startRooms({ secret, heartbeatMs: 250 });
});
afterAll(() => rooms.close());

/** Alice misbehaves while Bob listens: what Bob hears of it, besides her coming and going. */
async function witness(
  misbehave: (alices: Device) => void | Promise<void>,
): Promise<{ alices: Device; heardByBob: unknown[] }> {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const alices = await enter(rooms.url, alice.id, lunch);
  await misbehave(alices);
  await publish(rooms.url, [changeOf(lunch, 0)]);
  await bobs.hears("changes");
  return { alices, heardByBob: bobs.heard.filter((it) => !["hello", "present", "beat", "changes"].includes(it.t)) };
}

test.each<[string, string | Buffer, number]>([
  ["a frame of more than 64 KiB", "x".repeat(limits.socketFrameBytes + 1), 4413],
  ["a frame of few letters but more than 64 KiB", JSON.stringify({ t: "ticket", ticket: "ữ".repeat(30_000) }), 4413],
  ["a binary frame of more than 64 KiB", Buffer.alloc(limits.socketFrameBytes + 1), 4413],
  ["a binary frame", Buffer.from('{"t":"ping"}'), 4400],
  ["an empty frame", "", 4400],
  ["what is not JSON", "hello?", 4400],
  ["a message nobody knows", '{"t":"shout","text":"hi"}', 4400],
  [
    "a message of the room's own kind",
    '{"t":"present","userId":"018f0000-0000-7000-8000-00000000ca01","isPresent":true}',
    4400,
  ],
  [
    "a message with a field too many",
    '{"t":"typing","isTyping":true,"userId":"018f0000-0000-7000-8000-000000000b0b"}',
    4400,
  ],
])("R14 [F39] %s ends the connection that sent it and reaches nobody", async (_what, frame, code) => {
  const { alices, heardByBob } = await witness((it) => it.sayRaw(frame));
  await alices.hears("bye", { code: code as 4400 });
  await alices.closed();
  expect(heardByBob).toEqual([]);
});

test("R14 [F39] a flood ends the connection it comes from; the others go on", async () => {
  const { alices, heardByBob } = await witness((it) => {
    for (let i = 0; i < 500; i++) it.say({ t: "ping" });
  });
  await alices.hears("bye", { code: 4429 });
  await alices.closed();
  expect(heardByBob).toEqual([]);
});

test("R14 [F39] whatever a device sends, the others hear nothing but typing and the room lives on", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const json = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc
      .record({
        t: fc.constantFrom("typing", "ping", "ticket", "changes", "__proto__"),
        isTyping: fc.anything(),
        ticket: fc.string(),
      })
      .map((it) => JSON.stringify(it)),
  );
  const frame = fc.oneof(
    json,
    fc.string({ unit: "binary" }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );

  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 5 }), async (frames) => {
      const carols = await enter(rooms.url, carol.id, lunch);
      for (const it of frames) carols.sayRaw(it);
      carols.leave();
    }),
    { numRuns: 150 },
  );

  await publish(rooms.url, [changeOf(lunch, 0)]);
  await bobs.hears("changes");
  const kinds = new Set(bobs.heard.map((it) => it.t));
  for (const kind of ["hello", "present", "beat", "changes", "typing"] as const) kinds.delete(kind);
  expect([...kinds]).toEqual([]);
}, 20_000);

test("R14 [F39] one ticket does not open sockets without end", async () => {
  const lunch = newConversation();
  const sid = newId<SessionId>();
  const ticket = await ticketFor(alice.id, lunch, { sid });
  const devices = await Promise.all(Array.from({ length: 21 }, () => connect(rooms.url, lunch, ticket)));
  const bobs = await enter(rooms.url, bob.id, lunch);

  await soon();
  expect(devices.filter((it) => it.heard[0]?.t === "hello")).toHaveLength(20);
  expect(devices.filter((it) => it.heard[0]?.t === "bye")).toHaveLength(1);

  devices.find((it) => it.heard[0]?.t === "hello")?.leave();
  await soon();
  await enter(rooms.url, alice.id, lunch, { sid });
  expect(bobs.heard.filter((it) => it.t === "present")).toEqual([]);
});

test("R15 [F37] a socket that stops reading is given up; the others miss nothing", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const alices = await enter(rooms.url, alice.id, lunch);
  bobs.socket.on("message", () => answerAsDevicesDo(bobs));
  const revsOfBob = () => bobs.heard.flatMap((it) => (it.t === "changes" ? it.changes.rev : []));
  const bobReadUpTo = async (rev: number) => {
    while (!revsOfBob().includes(rev + 1)) await soon(5);
  };
  const publisher = await publisherOf(rooms.url, lunch);
  alices.socket.pause();

  const text = "x".repeat(15_000);
  for (let rev = 0; rev < 200; rev++) {
    publisher.say(changeOf(lunch, rev, { messages: [{ text } as never] }));
    if (rev % 20 === 0) await bobReadUpTo(rev);
  }

  await bobs.hears("present", { userId: alice.id, isPresent: false });
  await bobReadUpTo(199);
  expect(revsOfBob()).toHaveLength(200);
  alices.socket.resume();
  await alices.hears("bye", { code: 4409 });
  expect(JSON.stringify(alices.heard).length).toBeLessThan(2_200_000);
});

test("R15 [F37] pinging blindly does not pass for reading", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const publisher = await publisherOf(rooms.url, lunch);
  for (let rev = 0; rev < 200; rev++) {
    publisher.say(changeOf(lunch, rev, { messages: [{ text: "x".repeat(15_000) } as never] }));
    if (rev % 10 === 0) alices.say({ t: "ping", echo: "I am reading, honestly" });
  }
  await alices.hears("bye", { code: 4409 });
});

const answered = new WeakMap<Device, string>();
function answerAsDevicesDo(device: Device): void {
  const last = device.heard.at(-1);
  if (last?.t !== "beat" || !last.echo || answered.get(device) === last.echo) return;
  answered.set(device, last.echo);
  device.say({ t: "ping", echo: last.echo });
}
