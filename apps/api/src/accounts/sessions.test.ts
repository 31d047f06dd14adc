import { startRooms } from "@parley/party/runtime";
import { conversationScope, directConversationId, newId, userScope } from "@parley/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";
import { openRoomSocket } from "../testing/room-socket.ts";
import { createApi } from "../testing/start-app.ts";

const secret = "a secret that only the tests share";
const revoked = { data: { app: { code: "not_signed_in", reason: "session_revoked" } } };

let app: App;
let rooms: Awaited<ReturnType<typeof startRooms>>;

beforeAll(async () => {
  rooms = await startRooms({ secret });
  app = await startApp({ rooms: { url: rooms.url, secret } });
});
afterAll(async () => {
  await app.close();
  await rooms.close();
});

test("[F19] a session revoked from another device: its sockets close at once, and the API knows it no more", async () => {
  const { phone, laptop, userId } = await twoDevicesOf("alice");
  const saved = await directConversationId(userId, userId);
  await phone.api.messages.send.mutate({ conversationId: saved, messageId: newId(), text: "Milk", to: userId });
  const [own, open, stays] = await Promise.all([
    openRoomSocket(app.url, phone.api, userScope(userId)),
    openRoomSocket(app.url, phone.api, conversationScope(saved)),
    openRoomSocket(app.url, laptop.api, userScope(userId)),
  ]);

  const { sessions } = await laptop.api.accounts.me.query();
  await laptop.api.accounts.revokeSession.mutate({ sessionId: sessions.find((it) => !it.isThis)!.id });

  expect(await own.hears("bye")).toMatchObject({ code: 4401 });
  expect(await open.hears("bye")).toMatchObject({ code: 4401 });
  await expect(phone.api.accounts.me.query()).rejects.toMatchObject(revoked);
  await expect(phone.api.realtime.ticket.query({ scope: userScope(userId) })).rejects.toMatchObject(revoked);

  await stays.hears("announce");
  expect(stays.heard.some((it) => it.t === "bye")).toBe(false);
  expect((await laptop.api.accounts.me.query()).sessions).toMatchObject([{ isThis: true }]);
  for (const socket of [own, open, stays]) socket.leave();
});

test("all other sessions can be ended in one go", async () => {
  const { phone, laptop } = await twoDevicesOf("bob");
  await laptop.api.accounts.revokeOtherSessions.mutate();
  await expect(phone.api.accounts.me.query()).rejects.toMatchObject(revoked);
  expect((await laptop.api.accounts.me.query()).sessions).toHaveLength(1);
});

test("a new sign-in is announced to the devices that are there", async () => {
  const { phone, laptop, userId } = await twoDevicesOf("dana");
  const socket = await openRoomSocket(app.url, laptop.api, userScope(userId));
  await phone.api.accounts.signOut.mutate();
  await phone.signIn();
  const { rev } = await socket.hears("announce");
  expect(rev).toBeGreaterThan(0);
  socket.leave();
});

test("nobody ends a session of someone else's", async () => {
  const { phone } = await twoDevicesOf("erin");
  const [session] = (await phone.api.accounts.me.query()).sessions;
  const carol = await app.addUser("Carol");
  await expect(app.as(carol).accounts.revokeSession.mutate({ sessionId: session!.id })).rejects.toMatchObject({
    data: { app: { code: "not_found" } },
  });
  await phone.api.accounts.me.query();
});

async function twoDevicesOf(name: string) {
  const [phone, laptop] = [openBrowser(app.url), openBrowser(app.url)];
  const { userId } = await phone.signUp(name);
  await laptop.signIn(phone.authenticator);
  return { phone, laptop, userId };
}

test("[F34] a session that the database has never heard of is not called revoked: nothing is to be forgotten", async () => {
  const stranger = createApi(app.url, async () => `parley_session=${"x".repeat(43)}`);
  await expect(stranger.accounts.me.query()).rejects.toMatchObject({ data: { app: { reason: "signed_out" } } });
});
