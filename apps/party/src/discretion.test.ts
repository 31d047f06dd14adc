import { type DeviceMessage, limits, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rooms, startRooms } from "./runtime/index.ts";
import { connect, enter, newConversation, secret, soon, ticketFor } from "./testing.ts";

const { alice, bob, carol } = cast;
let rooms: Rooms;
beforeAll(async () => {
  rooms = await startRooms({ secret, heartbeatMs: 250, typingMs: 400 });
});
afterAll(() => rooms.close());

const heardOf = (device: { heard: { t: string }[] }, t: string) => device.heard.filter((it) => it.t === t);

test("R11 who hides from Bob is there and writes for Carol alone", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const carols = await enter(rooms.url, carol.id, lunch);
  const hides = { presence: [bob.id], typing: [bob.id] };
  const alices = await enter(rooms.url, alice.id, lunch, { hides });
  alices.say({ t: "typing", isTyping: true });

  await carols.hears("present", { userId: alice.id, isPresent: true });
  await carols.hears("typing", { userId: alice.id, isTyping: true });
  const later = await connect(rooms.url, lunch, await ticketFor(bob.id, lunch));
  expect((await later.hears("hello")).present).not.toContain(alice.id);
  alices.leave();
  await carols.hears("present", { userId: alice.id, isPresent: false });
  await soon();
  expect([...heardOf(bobs, "present"), ...heardOf(bobs, "typing")]).not.toContainEqual(
    expect.objectContaining({ userId: alice.id }),
  );
});

test("R11 a new ticket brings to light who no longer hides, and hides who now does", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const alices = await enter(rooms.url, alice.id, lunch, { sid: bob.id as never, hides: { presence: "all" } });
  await soon();
  expect(heardOf(bobs, "present")).toEqual([]);

  const renew = async (hides?: { presence: UserId[] | "all" }) =>
    alices.say({ t: "ticket", ticket: await ticketFor(alice.id, lunch, { sid: bob.id as never, hides }) });
  await renew();
  await bobs.hears("present", { userId: alice.id, isPresent: true });
  await renew({ presence: [bob.id] });
  await bobs.hears("present", { userId: alice.id, isPresent: false });
});

test("R1 a ticket that names as many as it can is not too long for a room", async () => {
  const lunch = newConversation();
  const many = Array.from({ length: 12 }, () => crypto.randomUUID() as UserId);
  const ticket = await ticketFor(alice.id, lunch, { hides: { presence: many, typing: many } });
  expect(ticket.length).toBeLessThanOrEqual(2_048);
  expect(JSON.stringify({ t: "ticket", ticket } satisfies DeviceMessage).length).toBeLessThan(limits.socketFrameBytes);
  const alices = await enter(rooms.url, alice.id, lunch, { hides: { presence: many, typing: many } });
  expect(alices.socket.readyState).toBe(alices.socket.OPEN);
});
