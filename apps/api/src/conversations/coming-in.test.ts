import { type ConversationId, type InviteId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("where one asks to join, the link leads to a request, and a moderator lets Carol in", async () => {
  const { conversationId, code } = await groupThatIsAsked();

  expect(await app.nobody.conversations.previewInvite.query({ code })).toMatchObject({ asksFirst: true });
  expect(await join(carol, code, "Bob told me")).toEqual({ conversationId, state: "requested" });
  await expectRefusal(readAll(app, carol, conversationId), "not_found");
  expect(await requestsOf(conversationId)).toMatchObject([{ person: { id: carol.id }, note: "Bob told me" }]);
  expect(await headOf(alice, conversationId)).toMatchObject({ conversation: { requestCount: 1 } });
  expect(await ownRequest(carol, conversationId)).toMatchObject({ title: "Lunch", state: "waiting" });

  await answer(bob, conversationId, carol.id, true);
  await answer(bob, conversationId, carol.id, true);

  const events = (await readAll(app, carol, conversationId)).map((it) => it.event?.type);
  expect(events.at(-1)).toBe("added");
  expect(events.filter((it) => it === "added")).toHaveLength(1);
  expect(await ownRequest(carol, conversationId)).toBeNull();
  expect((await headOf(alice, conversationId))?.conversation).not.toHaveProperty("requestCount");
});

test("asking twice is asking once, with the newer note, and one use of the link", async () => {
  const { conversationId, code } = await groupThatIsAsked();
  await join(carol, code, "Please");
  await join(carol, code, "Please, it is Carol");

  expect(await requestsOf(conversationId)).toMatchObject([{ note: "Please, it is Carol" }]);
  expect(await app.as(alice).conversations.listInvites.query({ conversationId })).toMatchObject([{ useCount: 1 }]);
});

test("who is declined is told, may ask again, and may give it up", async () => {
  const { conversationId, code } = await groupThatIsAsked();
  await join(carol, code);
  await answer(bob, conversationId, carol.id, false);
  expect(await ownRequest(carol, conversationId)).toMatchObject({ state: "declined" });
  await expectRefusal(answer(bob, conversationId, carol.id, true), "not_found");

  await join(carol, code);
  await app.as(carol).conversations.withdrawRequest.mutate({ conversationId });

  expect(await requestsOf(conversationId)).toEqual([]);
  expect(await ownRequest(carol, conversationId)).toBeNull();
});

test("a user cannot write the row that says what came of their request, only put it away", async () => {
  const { conversationId, code } = await groupThatIsAsked();
  await join(carol, code);
  const set = (value: unknown) => app.as(carol).sync.setOwn.mutate({ kind: "joinRequest", key: conversationId, value });

  await expectRefusal(set({ title: "Mine", state: "accepted" }), "bad_input");
  await set(null);
  expect(await requestsOf(conversationId)).toHaveLength(1);
});

test("banned, Dana comes back by no way, until she may", async () => {
  const { conversationId, code } = await groupThatIsAsked("link");
  await join(dana, code);
  await app.as(bob).conversations.ban.mutate({ conversationId, userId: dana.id, reason: "Spam" });
  await app.as(bob).conversations.ban.mutate({ conversationId, userId: dana.id, reason: "Spam, twice" });

  await expectRefusal(readAll(app, dana, conversationId), "not_found");
  await expectRefusal(join(dana, code), "not_allowed", "banned");
  const add = () => app.as(alice).conversations.addMembers.mutate({ conversationId, userIds: [dana.id] });
  await expectRefusal(add(), "not_allowed", "banned");
  expect((await readAll(app, bob, conversationId)).map((it) => it.event?.type).at(-1)).toBe("banned");
  expect(await app.as(alice).conversations.listBans.query({ conversationId })).toMatchObject([
    { person: { id: dana.id }, reason: "Spam, twice", bannedBy: bob.id },
  ]);

  await app.as(alice).conversations.unban.mutate({ conversationId, userId: dana.id });
  expect(await join(dana, code)).toMatchObject({ state: "joined" });
});

test("who asks can be banned for it, a stranger cannot, and nobody bans their equal or better", async () => {
  const { conversationId, code } = await groupThatIsAsked();
  await join(carol, code, "Buy my things");
  const ban = (by: { id: UserId }, userId: UserId) => app.as(by).conversations.ban.mutate({ conversationId, userId });

  await ban(bob, carol.id);
  expect(await ownRequest(carol, conversationId)).toMatchObject({ state: "declined" });
  await expectRefusal(join(carol, code), "not_allowed", "banned");
  await expectRefusal(ban(bob, dana.id), "not_found");
  await expectRefusal(ban(bob, alice.id), "not_allowed");
});

test("who leaves quietly is gone from the people, and no line says so", async () => {
  const { conversationId } = await groupThatIsAsked();
  const before = await readAll(app, alice, conversationId);

  await app.as(bob).conversations.leave.mutate({ conversationId, isQuiet: true });

  expect(await readAll(app, alice, conversationId)).toEqual(before);
  const { changes } = await app.as(alice).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  expect(changes.rows.members?.find((it) => it.userId === bob.id)?.leftAt).toBeTruthy();
});

/** Alice's group with Bob as its moderator and an invite link. */
async function groupThatIsAsked(joinBy: "link" | "request" = "request") {
  const conversationId = await startGroup(app, alice, [bob]);
  const api = app.as(alice).conversations;
  await api.setRole.mutate({ conversationId, userId: bob.id, role: "moderator" });
  await api.update.mutate({ conversationId, settings: { joinBy } });
  const { code } = await api.createInvite.mutate({ conversationId, inviteId: newId<InviteId>() });
  return { conversationId, code };
}

const join = (user: { id: UserId }, code: string, note = "") =>
  app.as(user).conversations.joinByInvite.mutate({ code, note });
const requestsOf = (conversationId: ConversationId) => app.as(bob).conversations.listRequests.query({ conversationId });
const answer = (by: { id: UserId }, conversationId: ConversationId, userId: UserId, isAccepted: boolean) =>
  app.as(by).conversations.answerRequest.mutate({ conversationId, userId, isAccepted });

async function headOf(user: { id: UserId }, conversationId: ConversationId) {
  const { heads } = await app.as(user).sync.start.query({ cursor: null });
  return heads.find((it) => it.conversation.id === conversationId);
}

async function ownRequest(user: { id: UserId }, conversationId: ConversationId) {
  const { user: own } = await app.as(user).sync.start.query({ cursor: null });
  return own.rows.own?.find((it) => it.kind === "joinRequest" && it.key === conversationId)?.value;
}
