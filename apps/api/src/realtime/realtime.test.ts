import { closeCodes, conversationScope, newId, type RoomMessage, userScope } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { openRoomSocket } from "../testing/room-socket.ts";

const { alice, bob, carol } = cast;
const patienceMs = 60_000;
let app: App;
beforeAll(async () => {
  // A publish that misses its deadline is pulled, which is proven elsewhere: here a slow machine shall not cause it.
  app = await startApp({ rooms: true, publishDeadlineMs: patienceMs });
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

const enter = (user: typeof alice | typeof bob, conversationId: Parameters<typeof conversationScope>[0]) =>
  openRoomSocket(app.url, app.as(user), conversationScope(conversationId));
const heardTexts = (heard: RoomMessage[]) =>
  heard.flatMap((it) => (it.t === "changes" ? textsOf(it.changes.rows.messages ?? []) : []));

test("what Alice sends is heard in the room at once, in stretches that meet", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const socket = await enter(bob, conversationId);
  const texts = Array.from({ length: 40 }, (_, n) => `Number ${n}`);

  for (const text of texts) await say(app, alice, conversationId, text);

  await vi.waitFor(() => expect(heardTexts(socket.heard)).toEqual(texts), { timeout: patienceMs });
  const changes = socket.heard.flatMap((it) => (it.t === "changes" ? it.changes : []));
  for (const [place, it] of changes.entries()) if (place > 0) expect(it.from).toBe(changes[place - 1]?.rev);
  socket.leave();
});

test("a room where much is said at once is told by a socket of its own, and hears it all in order", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const socket = await enter(bob, conversationId);

  for (let round = 0; round < 20; round++)
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => say(app, n % 2 ? alice : bob, conversationId, `${round}.${n}`)),
    );

  // The group's first event may come while Bob comes in.
  const heardSeqs = () =>
    socket.heard
      .flatMap((it) => (it.t === "changes" ? (it.changes.rows.messages ?? []).map((message) => message.seq) : []))
      .filter((seq) => seq > 1);
  await vi.waitFor(() => expect(heardSeqs()).toEqual(Array.from({ length: 200 }, (_, n) => n + 2)), {
    timeout: patienceMs,
  });
  socket.leave();
});

test("[S10] a member who is elsewhere hears of the new head in their own room", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const own = await openRoomSocket(app.url, app.as(bob), userScope(bob.id));

  await say(app, alice, conversationId, "Ramen?");

  const { heads, people } = await own.hears("heads", (it) => it.heads.at(-1)?.preview?.text === "Ramen?");
  expect(heads.at(-1)).toMatchObject({ conversation: { id: conversationId }, me: { userId: bob.id } });
  expect(people.map((it) => it.id)).toContain(alice.id);
  own.leave();
});

test("a read mark is told to the conversation and to one's own devices", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const [room, own] = [
    await enter(alice, conversationId),
    await openRoomSocket(app.url, app.as(bob), userScope(bob.id)),
  ];

  await app.as(bob).sync.mark.mutate({ marks: [{ conversationId, readSeq: 1 }] });

  const marks = [{ userId: bob.id, readSeq: 1, deliveredSeq: 1 }];
  const isBobs = (it: { marks: { userId: string }[] }) => it.marks.some((mark) => mark.userId === bob.id);
  expect(await room.hears("marks", isBobs)).toEqual({ t: "marks", conversationId, marks });
  expect(await own.hears("marks", isBobs)).toEqual({ t: "marks", conversationId, marks });
  room.leave();
  own.leave();
});

test("[F15] who is removed hears goodbye and nothing later, by socket or by pull", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const socket = await enter(bob, conversationId);

  await app.as(alice).conversations.removeMember.mutate({ conversationId, userId: bob.id });
  expect(await socket.hears("bye")).toEqual({ t: "bye", code: closeCodes.removed });
  const before = socket.heard.length;
  await say(app, alice, conversationId, "Without Bob");
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect(socket.heard.length).toBe(before);
  expect(heardTexts(socket.heard)).toEqual([]);
  await expectRefusal(app.as(bob).realtime.ticket.query({ scope: conversationScope(conversationId) }), "not_found");
  socket.leave();
});

test("[F12] nobody gets a ticket for a room that is not theirs", async () => {
  const conversationId = await startGroup(app, alice, [bob]);

  await expectRefusal(app.as(carol).realtime.ticket.query({ scope: conversationScope(conversationId) }), "not_found");
  await expectRefusal(app.as(carol).realtime.ticket.query({ scope: userScope(bob.id) }), "not_found");
  await expectRefusal(app.as(carol).realtime.ticket.query({ scope: conversationScope(newId()) }), "not_found");
});

test("presence is told of people one shares a conversation with", async () => {
  await startGroup(app, alice, [bob]);
  await app.as(bob).realtime.ticket.query({ scope: userScope(bob.id) });

  const [seen, hidden] = await Promise.all(
    [alice, carol].map((user) => app.as(user).realtime.presence.query({ userIds: [bob.id] })),
  );
  expect(seen).toMatchObject([{ userId: bob.id, isOnline: true, lastSeenAt: expect.any(String) }]);
  expect(hidden).toEqual([]);
});

test("[S9] [F11] when the rooms do not answer, a send succeeds all the same, and is pulled", async () => {
  const away = await startApp({ rooms: { url: "http://127.0.0.1:9", secret: "x".repeat(32) } });
  for (const { displayName, id } of [alice, bob]) await away.addUser(displayName, id);
  const conversationId = await startGroup(away, alice, [bob]);

  await say(away, alice, conversationId, "Still said");

  const { changes } = await away.as(bob).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  expect(textsOf(changes.rows.messages ?? [])).toEqual(["Still said"]);
  await away.close();
});

test("[F10] when the API stops, the rooms say goodbye, and nobody is told not to come back", async () => {
  const stopping = await startApp({ rooms: true });
  await stopping.addUser("Bob", bob.id);
  const own = await openRoomSocket(stopping.url, stopping.as(bob), userScope(bob.id));

  await stopping.close();

  expect(await own.hears("bye")).toEqual({ t: "bye", code: closeCodes.restarting });
});
