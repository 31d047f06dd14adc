import { startRooms } from "@parley/party/runtime";
import { type ConversationId, directConversationId, newId, userScope } from "@parley/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";
import { openRoomSocket } from "../testing/room-socket.ts";

const secret = "a secret that only the tests share";
type Someone = Awaited<ReturnType<App["addUser"]>>;

let app: App;
let rooms: Awaited<ReturnType<typeof startRooms>>;
let bob: Someone;
let dana: Someone;

beforeAll(async () => {
  rooms = await startRooms({ secret });
  app = await startApp({ rooms: { url: rooms.url, secret } });
  bob = await app.addUser("Bob");
  dana = await app.addUser("Dana");
});
afterAll(async () => {
  await app.close();
  await rooms.close();
});

test("[F43] an author who deletes the account becomes nobody everywhere, and what they wrote stays", async () => {
  const { alice, id } = await newcomer("alice");
  const direct = await directConversationId(id, bob.id);
  await alice.api.messages.send.mutate({ conversationId: direct, messageId: newId(), text: "Ramen?", to: bob.id });
  const { cursor } = await app.as(bob).sync.start.query({ cursor: null });
  const [bobs, alices] = [
    await openRoomSocket(app.url, app.as(bob), userScope(bob.id)),
    await openRoomSocket(app.url, alice.api, userScope(id)),
  ];

  await alice.api.accounts.deleteAccount.mutate();

  const nobody = { id, username: "", displayName: "", avatarId: null, bio: "", isDeleted: true };
  expect((await bobs.hears("people", (it) => it.people.some((one) => one.isDeleted))).people).toEqual([nobody]);
  expect(await alices.hears("bye")).toMatchObject({ code: 4401 });
  const start = await app.as(bob).sync.start.query({ cursor });
  expect(start.people).toContainEqual(nobody);
  const page = await app.as(bob).messages.before.query({ conversationId: direct, seq: 99 });
  expect(page.messages.map((it) => it.text)).toEqual(["Ramen?"]);
  for (const socket of [bobs, alices]) socket.leave();
});

test("[F43] nothing opens a deleted account, and nobody finds it", async () => {
  const { alice, id } = await newcomer("erin");
  const recovery = await alice.api.accounts.renewRecoveryCodes.mutate();
  await alice.api.accounts.deleteAccount.mutate();

  await expect(alice.api.accounts.me.query()).rejects.toMatchObject({ data: { app: { code: "not_signed_in" } } });
  await expect(alice.signIn()).rejects.toMatchObject({ data: { app: { reason: "passkey_unknown" } } });
  await expect(
    app.nobody.accounts.signInWithRecoveryCode.mutate({ username: "erin", code: recovery.recoveryCodes[0]! }),
  ).rejects.toMatchObject({
    data: { app: { reason: "code_wrong" } },
  });
  expect(await app.as(bob).people.search.query({ query: "erin" })).toEqual([]);
  for (const table of ["passkeys", "recovery_codes", "email_codes", "user_rows"] as const) {
    expect(await app.db.selectFrom(table).selectAll().where("user_id", "=", id).execute()).toEqual([]);
  }
  const sessions = await app.db.selectFrom("sessions").selectAll().where("user_id", "=", id).execute();
  expect(sessions.length).toBeGreaterThan(0);
  for (const it of sessions) expect(it).toMatchObject({ device: "", place: "", revoked_at: expect.any(Date) });
  expect(await app.nobody.accounts.checkUsername.query({ username: "erin" })).toEqual({ isFree: true });
});

test("[F43] their groups go on: handed to the highest role there, or empty", async () => {
  const { alice, id } = await newcomer("finn");
  const [lunch, alone] = [newId<ConversationId>(), newId<ConversationId>()];
  await alice.api.conversations.createGroup.mutate({
    conversationId: lunch,
    title: "Lunch",
    memberIds: [bob.id, dana.id],
  });
  await alice.api.conversations.setRole.mutate({ conversationId: lunch, userId: dana.id, role: "admin" });
  await alice.api.conversations.createGroup.mutate({ conversationId: alone, title: "Alone", memberIds: [] });

  await alice.api.accounts.deleteAccount.mutate();

  const members = await app.db
    .selectFrom("members")
    .select(["user_id", "role", "left_at"])
    .where("conversation_id", "=", lunch)
    .execute();
  expect(members.find((it) => it.user_id === dana.id)).toMatchObject({ role: "owner", left_at: null });
  expect(members.find((it) => it.user_id === bob.id)).toMatchObject({ role: "member", left_at: null });
  expect(members.find((it) => it.user_id === id)?.left_at).not.toBeNull();
  await app.as(dana).conversations.update.mutate({ conversationId: lunch, title: "Late lunch" });
});

test("the owner of the installation goes last", async () => {
  const other = await startApp();
  const [owner, guest] = [openBrowser(other.url), openBrowser(other.url)];
  await owner.signUp("owner.of.it");
  await guest.signUp("guest");
  await expect(owner.api.accounts.deleteAccount.mutate()).rejects.toMatchObject({
    data: { app: { code: "conflict", reason: "owner_must_hand_over" } },
  });
  await guest.api.accounts.deleteAccount.mutate();
  await owner.api.accounts.deleteAccount.mutate();

  const next = openBrowser(other.url);
  await next.signUp("next");
  expect((await next.api.accounts.me.query()).role).toBe("owner");
  await other.close();
});

async function newcomer(name: string) {
  const alice = openBrowser(app.url);
  const { userId: id } = await alice.signUp(name);
  return { alice, id };
}
