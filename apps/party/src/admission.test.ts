import { type ConversationId, newId, type SessionId, type UserId, userScope } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { admit, admittedBy } from "./admission.ts";
import { type Rooms, startRooms } from "./runtime/index.ts";
import { signPublishPass } from "./runtime/passes.ts";
import { changeOf, connect, enter, newConversation, publish, secret, soon, ticketFor } from "./testing.ts";

const { alice, bob } = cast;
let rooms: Rooms;

beforeAll(async () => {
  rooms = await startRooms({ secret, heartbeatMs: 250 });
});
afterAll(() => rooms.close());

const lunch = newConversation();
const dinner = newConversation();
const refused: [string, () => Promise<string> | string][] = [
  ["no ticket", () => ""],
  ["something that is no ticket", () => "a.b.c"],
  ["an expired ticket", () => ticketFor(alice.id, lunch, { seconds: -1 })],
  [
    "a ticket signed by somebody else",
    () => ticketFor(alice.id, lunch, { signedWith: "another secret, just as long as ours" }),
  ],
  [
    "a ticket with one letter changed",
    async () => (await ticketFor(alice.id, lunch)).replace(/.(?=[^.]*\.)/, (it) => (it === "A" ? "B" : "A")),
  ],
  ["a ticket for another conversation", () => ticketFor(alice.id, dinner)],
  ["a ticket into the user room of the same id", () => ticketFor(alice.id, `u:${lunch.slice(2)}`)],
  ["a ticket for another audience", () => ticketFor(alice.id, lunch, { audience: "parley" })],
  ["a ticket that lives for an hour", () => ticketFor(alice.id, lunch, { seconds: 3_600 })],
  [
    "an unsigned ticket",
    () =>
      `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: alice.id, scope: lunch, aud: "parley-room", exp: 9e9 }))}.`,
  ],
];

test.each(refused)("R1 [F12] %s does not open a room", async (_what, ticket) => {
  await expect(connect(rooms.url, lunch, await ticket())).rejects.toThrow("Refused with 401.");
});

test("R1 [F12] a refusal is answered before any room comes into play", async () => {
  const answer = await admit(
    new Request(`http://rooms/parties/conversation/${newId<ConversationId>()}?ticket=x`),
    secret,
  );
  expect(answer).toBeInstanceOf(Response);
});

test.each([
  "/parties/conversation/lunch",
  "/parties/main/publish",
  "/parties/nothing/018f0000-0000-7000-8000-00000000a11c",
  "/party/lunch",
])("R1 there is no room at %s", async (path) => {
  const socket = new WebSocket(rooms.url.replace("http", "ws") + path);
  const status = await new Promise((resolve) =>
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode)),
  );
  expect(status).toBe(404);
});

test("R1 a room answers no HTTP from outside", async () => {
  const answer = await fetch(`${rooms.url}/parties/conversation/${lunch.slice(2)}/farewell`, { method: "POST" });
  expect(answer.status).toBe(404);
});

test("R2 [F13] the name a client gives its connection and the identity it claims in headers are thrown away", async () => {
  const url = `http://rooms/parties/conversation/${lunch.slice(2)}?ticket=${await ticketFor(alice.id, lunch)}&_pk=u:${bob.id}`;
  const forged = JSON.stringify({ userId: bob.id, sessionId: newId(), until: 9e15, rev: 0 });
  const admitted = await admit(
    new Request(url, { headers: { "x-parley-admitted": forged, "X-Forwarded-For": "1.2.3.4" } }),
    secret,
  );

  if (admitted instanceof Response) throw new Error("Alice was refused.");
  expect(admitted.url).not.toContain("u:");
  expect(admitted.url).not.toContain("ticket");
  expect(admittedBy(admitted.headers)).toMatchObject({ userId: alice.id });
  expect(admitted.headers.get("x-forwarded-for")).toBeNull();
});

test("R2 [F13] two devices that give their connections the same name both hear everything", async () => {
  const picnic = newConversation();
  const sameName = { query: "&_pk=u:alice", headers: { "x-parley-admitted": '{"isPublisher":true,"until":9e15}' } };
  const first = await connect(rooms.url, picnic, await ticketFor(alice.id, picnic), sameName);
  const second = await connect(rooms.url, picnic, await ticketFor(bob.id, picnic), sameName);
  await Promise.all([first.hears("hello"), second.hears("hello")]);

  await publish(rooms.url, [changeOf(picnic, 0)]);

  await Promise.all([first.hears("changes"), second.hears("changes")]);
});

test("R2 [F14] who reconnects while the old socket is half open hears everything on the new one", async () => {
  const picnic = newConversation();
  const old = await enter(rooms.url, alice.id, picnic, { seconds: 1 });
  old.socket.pause();
  const bobs = await enter(rooms.url, bob.id, picnic);
  const fresh = await enter(rooms.url, alice.id, picnic);

  await publish(rooms.url, [changeOf(picnic, 0)]);
  await fresh.hears("changes");

  // The old one cannot renew its ticket, so it is put out; Alice herself stays.
  await soon(1_500);
  old.socket.resume();
  await old.hears("bye", { code: 4408 });
  expect(bobs.heard.filter((it) => it.t === "present" && !it.isPresent)).toEqual([]);
});

test("R4 a new ticket on the open socket keeps it open", async () => {
  const picnic = newConversation();
  const sid = newId<SessionId>();
  const alices = await enter(rooms.url, alice.id, picnic, { sid, seconds: 1 });

  alices.say({ t: "ticket", ticket: await ticketFor(alice.id, picnic, { sid }) });

  await soon(1_500);
  expect(alices.socket.readyState).toBe(alices.socket.OPEN);
});

test.each([
  [
    "of somebody else",
    (sid: SessionId, scope: ReturnType<typeof newConversation>) => ticketFor(bob.id, scope, { sid }),
  ],
  ["of another session", (_sid: SessionId, scope: ReturnType<typeof newConversation>) => ticketFor(alice.id, scope)],
  ["for another room", (sid: SessionId) => ticketFor(alice.id, dinner, { sid })],
  ["that lets publish", () => signPublishPass(secret)],
])("R4 a ticket %s ends the connection that shows it", async (_what, ticket) => {
  const picnic = newConversation();
  const sid = newId<SessionId>();
  const alices = await enter(rooms.url, alice.id, picnic, { sid });
  alices.say({ t: "ticket", ticket: await ticket(sid, picnic) });
  await alices.hears("bye", { code: 4408 });
});

test("R18 Bob's ticket for his own room does not open Alice's", async () => {
  const ticket = await ticketFor(bob.id, userScope(bob.id));
  await expect(connect(rooms.url, userScope(alice.id), ticket)).rejects.toThrow("401");
});

test("R18 a signed ticket for somebody else's user room is refused even so", async () => {
  const ticket = await ticketFor(bob.id, userScope(alice.id as UserId));
  await expect(connect(rooms.url, userScope(alice.id), ticket)).rejects.toThrow("401");
});
