import { type ConversationRow, newId, type Publication, type UserId, userScope } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rooms, startRooms } from "./runtime/index.ts";
import { changeOf, connect, enter, newConversation, publish, publisherOf, secret, soon, ticketFor } from "./testing.ts";

const { alice, bob } = cast;
let rooms: Rooms;

beforeAll(async () => {
  rooms = await startRooms({ secret, heartbeatMs: 250 });
});
afterAll(() => rooms.close());

test.each([
  ["without a signature", () => ({})],
  ["with a device's ticket", async () => ({ authorization: `Bearer ${await ticketFor(alice.id, newConversation())}` })],
  [
    "with a pass that has ended",
    async () => ({
      authorization: `Bearer ${await ticketFor(alice.id, newConversation(), { audience: "parley-publish", seconds: -60 })}`,
    }),
  ],
  [
    "with a pass for a day",
    async () => ({
      authorization: `Bearer ${await ticketFor(alice.id, newConversation(), { audience: "parley-publish", seconds: 86_400 })}`,
    }),
  ],
])("R6 nobody publishes %s", async (_how, headers) => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);

  const answer = await fetch(`${rooms.url}/parties/main/publish`, {
    method: "POST",
    headers: await headers(),
    body: JSON.stringify([changeOf(lunch, 0)]),
  });

  expect(answer.status).toBe(401);
  await soon();
  expect(alices.heard.filter((it) => it.t === "changes")).toEqual([]);
});

test("R6 one post tells every room it names, each in the order given", async () => {
  const [lunch, dinner] = [newConversation(), newConversation()];
  const atLunch = await enter(rooms.url, alice.id, lunch);
  const atDinner = await enter(rooms.url, bob.id, dinner, { rev: 4 });

  const answer = await publish(rooms.url, [changeOf(lunch, 0), changeOf(dinner, 4), changeOf(lunch, 1)]);

  expect(await answer.json()).toEqual({ rooms: 2, failed: 0 });
  await atLunch.hears("changes", { changes: { scope: lunch, from: 1, rev: 2, rows: {} } });
  await atDinner.hears("changes");
  expect(atLunch.heard.flatMap((it) => (it.t === "changes" ? it.changes.rev : []))).toEqual([1, 2]);
});

test.each([
  "",
  "null",
  "{}",
  '[{"scope":"c:1"}]',
  '[{"scope":"x","tell":{"t":"changes"}}]',
  '[{"scope":"c:1","tell":{"t":"bye"}}]',
])("R6 a signed body that is no list of publications is refused: %s", async (body) => {
  const { authorization } = {
    authorization: `Bearer ${await ticketFor(alice.id, newConversation(), { audience: "parley-publish", seconds: 30 })}`,
  };
  const answer = await fetch(`${rooms.url}/parties/main/publish`, { method: "POST", headers: { authorization }, body });
  expect(answer.status).toBe(400);
});

test("R6 256 rooms hear of one commit", async () => {
  const people = Array.from({ length: 256 }, () => newId<UserId>());
  const devices = await Promise.all(people.map((id) => enter(rooms.url, id, userScope(id))));

  const started = performance.now();
  const answer = await publish(
    rooms.url,
    people.map((id): Publication => ({ scope: userScope(id), tell: { t: "people", people: [] } })),
  );
  await Promise.all(devices.map((it) => it.hears("people")));

  expect(await answer.json()).toEqual({ rooms: 256, failed: 0 });
  expect(performance.now() - started).toBeLessThan(5_000);
  for (const device of devices) device.leave();
});

test("R6 a room that nobody is in is not woken, and still knows the rev when somebody comes with an older ticket", async () => {
  const lunch = newConversation();

  const answer = await publish(rooms.url, [changeOf(lunch, 11)]);

  expect(await answer.json()).toEqual({ rooms: 0, failed: 0 });
  const alices = await enter(rooms.url, alice.id, lunch, { rev: 11 });
  expect((await alices.hears("hello")).rev).toBe(12);
  await publish(rooms.url, [changeOf(lunch, 12)]);
  await alices.hears("changes", { changes: { scope: lunch, from: 12, rev: 13, rows: {} } });
});

test("R7 a publisher socket tells what a post would, and hears no more than the heartbeat", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const publisher = await publisherOf(rooms.url, lunch);

  for (let rev = 0; rev < 50; rev++) publisher.say(changeOf(lunch, rev));

  await alices.hears("changes", { changes: { scope: lunch, from: 49, rev: 50, rows: {} } });
  expect(alices.heard.flatMap((it) => (it.t === "changes" ? it.changes.rev : []))).toEqual(
    Array.from({ length: 50 }, (_, i) => i + 1),
  );
  expect(new Set(publisher.heard.map((it) => it.t))).not.toContain("changes");
  expect((await alices.hears("hello")).present).toEqual([alice.id]);
});

test("R7 a publisher speaks for its own room only", async () => {
  const lunch = newConversation();
  const publisher = await publisherOf(rooms.url, lunch);
  publisher.say(changeOf(newConversation(), 0));
  await publisher.hears("bye", { code: 4400 });
});

test("R7 a device cannot publish", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const alices = await enter(rooms.url, alice.id, lunch);
  alices.say(changeOf(lunch, 0));
  await alices.hears("bye", { code: 4400 });
  expect(bobs.heard.filter((it) => it.t === "changes")).toEqual([]);
});

test("R8 a change of more than 16 KiB is announced, not carried", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);

  await publish(rooms.url, [changeOf(lunch, 0, { conversation: { title: "x".repeat(20_000) } as ConversationRow })]);

  await alices.hears("announce", { scope: lunch, rev: 1 });
});

test("R8 where text must not pass the host, changes and heads are only announced", async () => {
  const discreet = await startRooms({ secret, hintsOnly: true });
  const lunch = newConversation();
  const alices = await enter(discreet.url, alice.id, lunch);
  const phone = await enter(discreet.url, alice.id, userScope(alice.id));

  await publish(discreet.url, [
    changeOf(lunch, 0),
    {
      scope: userScope(alice.id),
      tell: {
        t: "heads",
        heads: [{ conversation: { id: lunch.slice(2), rev: 1 }, preview: { text: "Ramen?" } } as never],
        people: [],
      },
    },
  ]);

  await alices.hears("announce", { scope: lunch, rev: 1 });
  await phone.hears("announce", { scope: lunch, rev: 1 });
  expect(JSON.stringify([...alices.heard, ...phone.heard])).not.toContain("Ramen");
  await discreet.close();
});

test("R9 after a lost publication, changes are announced to whoever's ticket is older than the gap, and carried to the others", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch, { rev: 3 });
  const bobs = await enter(rooms.url, bob.id, lunch, { rev: 5 });
  await publish(rooms.url, [changeOf(lunch, 3)]);
  await alices.hears("changes", { changes: { scope: lunch, from: 3, rev: 4, rows: {} } });

  // The publication of rev 5 is lost.
  await publish(rooms.url, [changeOf(lunch, 5)]);

  await bobs.hears("changes", { changes: { scope: lunch, from: 5, rev: 6, rows: {} } });
  await alices.hears("announce", { scope: lunch, rev: 6 });
  expect(alices.heard.filter((it) => it.t === "changes")).toHaveLength(1);
});

test("R9 [F07] publications that overtake each other close the gap they made", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch, { rev: 0 });
  for (const from of [0, 2, 1, 3]) await publish(rooms.url, [changeOf(lunch, from)]);

  await alices.hears("changes", { changes: { scope: lunch, from: 3, rev: 4, rows: {} } });
  await alices.hears("announce", { rev: 3 });
});

test("R17 a connection that has died without a word does not keep the others from hearing", async () => {
  const lunch = newConversation();
  const devices = await Promise.all(Array.from({ length: 8 }, () => enter(rooms.url, newId<UserId>(), lunch)));
  for (const it of devices.slice(0, 7)) it.socket.terminate();

  await publish(rooms.url, [changeOf(lunch, 0)]);

  await devices[7]!.hears("changes");
});

test("R18 the user room carries what is for that user alone", async () => {
  const phone = await enter(rooms.url, alice.id, userScope(alice.id));
  const bobs = await connect(rooms.url, userScope(bob.id), await ticketFor(bob.id, userScope(bob.id)));
  expect(await phone.hears("hello")).toMatchObject({ present: [] });

  await publish(rooms.url, [{ scope: userScope(alice.id), tell: { t: "marks", conversationId: newId(), marks: [] } }]);

  await phone.hears("marks");
  expect(bobs.heard.filter((it) => it.t === "marks")).toEqual([]);
});
