import { closeCodes, type MemberRow, newId, type SessionId, type UserId } from "@parley/schema";
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

const memberRow = (userId: UserId, leftAt: string | null) => ({ userId, leftAt }) as MemberRow;
const gone = new Date().toISOString();

test("R5 R13 [F15] a removed member hears goodbye and is closed, on every device; the others stay", async () => {
  const lunch = newConversation();
  const bobs = await enter(rooms.url, bob.id, lunch);
  const [phone, laptop] = [await enter(rooms.url, alice.id, lunch), await enter(rooms.url, alice.id, lunch)];

  await publish(rooms.url, [
    changeOf(lunch, 0, { members: [memberRow(alice.id, gone)] }),
    { scope: lunch, close: { userId: alice.id, code: closeCodes.removed } },
    changeOf(lunch, 1),
  ]);

  for (const device of [phone, laptop]) {
    await device.hears("bye", { code: 4403 });
    await device.closed();
    expect(device.heard.flatMap((it) => (it.t === "changes" ? it.changes.rev : []))).toEqual([1]);
    expect(device.heard.at(-1)).toEqual({ t: "bye", code: 4403 });
  }
  await bobs.hears("changes", { changes: { scope: lunch, from: 1, rev: 2, rows: {} } });
  await bobs.hears("present", { userId: alice.id, isPresent: false });
});

test("R13 [F15] a member's row that says they left is enough, even if the order to close is lost", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const publisher = await publisherOf(rooms.url, lunch);

  publisher.say(changeOf(lunch, 0, { members: [memberRow(alice.id, gone)] }));
  publisher.say(changeOf(lunch, 1));

  await alices.hears("bye", { code: 4403 });
  expect(alices.heard.flatMap((it) => (it.t === "changes" ? it.changes.rev : []))).toEqual([1]);
});

test("R9 R13 [F15] if the row is lost too, no later row reaches the removed member by socket", async () => {
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch, { rev: 4 });
  await publish(rooms.url, [changeOf(lunch, 3)]);

  // Rev 5 removed Alice; nobody told the room.
  for (const from of [5, 6, 7]) await publish(rooms.url, [changeOf(lunch, from)]);

  await alices.hears("announce", { scope: lunch, rev: 8 });
  expect(alices.heard.flatMap((it) => (it.t === "changes" ? it.changes.rev : []))).toEqual([4]);
});

test("R13 [F15] an old ticket does not let a removed member in again", async () => {
  const lunch = newConversation();
  const old = await ticketFor(alice.id, lunch, { rev: 4 });
  await enter(rooms.url, bob.id, lunch, { rev: 4 });
  await publish(rooms.url, [
    changeOf(lunch, 4, { members: [memberRow(alice.id, gone)] }),
    { scope: lunch, close: { userId: alice.id, code: closeCodes.removed } },
  ]);

  const again = await connect(rooms.url, lunch, old);

  await again.hears("bye", { code: 4403 });
  expect(again.heard).toHaveLength(1);
});

test.each(["before", "after"])(
  "R13 [F15] nor where nobody was in the room and the order came %s the row",
  async (when) => {
    const lunch = newConversation();
    const old = await ticketFor(alice.id, lunch, { rev: 4 });
    const order = { scope: lunch, close: { userId: alice.id, code: closeCodes.removed } };
    if (when === "before") await publish(rooms.url, [order]);
    await publish(rooms.url, [changeOf(lunch, 4, { members: [memberRow(alice.id, gone)] })]);

    const again = await connect(rooms.url, lunch, old);

    await again.hears("bye", { code: 4403 });
  },
);

test("R13 [F15] nor is an old ticket good for renewing", async () => {
  const lunch = newConversation();
  const sid = newId<SessionId>();
  const alices = await enter(rooms.url, alice.id, lunch, { sid, rev: 9 });
  await publish(rooms.url, [{ scope: lunch, close: { userId: bob.id, code: closeCodes.removed } }]);
  const bobs = await connect(rooms.url, lunch, await ticketFor(bob.id, lunch, { rev: 9 }));
  await bobs.hears("bye", { code: 4403 });
  alices.say({ t: "ticket", ticket: await ticketFor(alice.id, lunch, { sid, rev: 9 }) });
  await soon();
  expect(alices.socket.readyState).toBe(alices.socket.OPEN);
});

test("R13 [F18] whoever is added again enters at once", async () => {
  const lunch = newConversation();
  await enter(rooms.url, bob.id, lunch, { rev: 4 });
  await publish(rooms.url, [
    changeOf(lunch, 4, { members: [memberRow(alice.id, gone)] }),
    { scope: lunch, close: { userId: alice.id, code: closeCodes.removed } },
  ]);

  const alices = await enter(rooms.url, alice.id, lunch, { rev: 6 });

  expect((await alices.hears("hello")).present).toContain(alice.id);
});

test("R13 [F19] revoking one session closes that session's connections only, and for good", async () => {
  const lunch = newConversation();
  const sid = newId<SessionId>();
  const lost = await enter(rooms.url, alice.id, lunch, { sid });
  const kept = await enter(rooms.url, alice.id, lunch);
  const bobs = await enter(rooms.url, bob.id, lunch);

  await publish(rooms.url, [{ scope: lunch, close: { userId: alice.id, sessionId: sid, code: closeCodes.signedOut } }]);
  await lost.hears("bye", { code: 4401 });
  const again = await connect(rooms.url, lunch, await ticketFor(alice.id, lunch, { sid, rev: 99 }));
  await again.hears("bye", { code: 4401 });

  await publish(rooms.url, [changeOf(lunch, 0)]);
  await Promise.all([kept.hears("changes"), bobs.hears("changes")]);
  expect(bobs.heard.filter((it) => it.t === "present")).toEqual([]);
});
