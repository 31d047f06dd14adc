import { cast } from "@parley/schema/testing";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleRooms, compatibilityDate, compatibilityFlags, durableObjects, variable } from "./runtime/index.ts";
import { changeOf, connect, enter, newConversation, publish, secret, soon, ticketFor } from "./testing.ts";

// The bundle as an edge runs it: rooms anywhere, nobody knows which are awake, and a room with connections may sleep.
const { alice, bob } = cast;
let edge: Miniflare;
let url: string;

beforeAll(async () => {
  edge = new Miniflare({
    modules: true,
    script: await bundleRooms(),
    compatibilityDate,
    compatibilityFlags,
    durableObjects: Object.fromEntries(
      durableObjects.map((it) => [it.binding, { className: it.className, useSQLite: true }]),
    ),
    bindings: { [variable("PARLEY_ROOM_SECRET")]: secret, [variable("PARLEY_HEARTBEAT_MS")]: 1_000 },
  });
  url = (await edge.ready).origin;
});
afterAll(() => edge.dispose());

test("R6 on the edge a publication wakes the room it is for, and a room nobody was in knows its rev", async () => {
  const lunch = newConversation();
  const answer = await publish(url, [changeOf(lunch, 11)]);
  expect(await answer.json()).toEqual({ rooms: 1, failed: 0 });

  const alices = await enter(url, alice.id, lunch, { rev: 11 });

  expect((await alices.hears("hello")).rev).toBe(12);
});

test("R1 R11 R12 the same rules hold on the edge", async () => {
  const lunch = newConversation();
  await expect(connect(url, lunch, await ticketFor(alice.id, newConversation()))).rejects.toThrow("401");
  const alices = await enter(url, alice.id, lunch);
  const bobs = await enter(url, bob.id, lunch);

  await alices.hears("present", { userId: bob.id, isPresent: true });
  bobs.say({ t: "typing", isTyping: true });
  await alices.hears("typing", { userId: bob.id, isTyping: true });
  await publish(url, [changeOf(lunch, 0)]);
  await Promise.all([alices.hears("changes"), bobs.hears("changes")]);
});

test("R16 a room with people in it stays awake past the platform's ten seconds of silence, and beats", async () => {
  const lunch = newConversation();
  const alices = await enter(url, alice.id, lunch);
  const bobs = await enter(url, bob.id, lunch);
  await soon(12_500);
  expect(alices.heard.filter((it) => it.t === "beat").length).toBeGreaterThan(8);

  bobs.leave();
  await alices.hears("present", { userId: bob.id, isPresent: false });
}, 20_000);
