import { type ConversationSettings, type MemberRole, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("who may post is what the group says, and for whom it is changed it is so at once", async () => {
  const conversationId = await groupWith({ whoMayPost: "moderator" });

  await expectRefusal(say(app, bob, conversationId, "May I?"), "not_allowed");
  await say(app, dana, conversationId, "Read this");
  await app.as(alice).conversations.setRole.mutate({ conversationId, userId: bob.id, role: "moderator" });
  await say(app, bob, conversationId, "Now I may");

  expect(textsOf(await readAll(app, bob, conversationId))).toEqual(["Read this", "Now I may"]);
});

test.each<[keyof ConversationSettings, (user: { id: UserId }, conversationId: never) => Promise<unknown>]>([
  [
    "whoMayEdit",
    (user, conversationId) => app.as(user).conversations.update.mutate({ conversationId, title: newId() }),
  ],
  [
    "whoMayAdd",
    (user, conversationId) => app.as(user).conversations.addMembers.mutate({ conversationId, userIds: [carol.id] }),
  ],
])("%s is asked before anything is done", async (name, act) => {
  const attempts: [MemberRole, { id: UserId }, "ok" | "not_allowed"][] = [
    ["member", bob, "ok"],
    ["moderator", bob, "not_allowed"],
    ["admin", dana, "ok"],
    ["owner", dana, "not_allowed"],
    ["owner", alice, "ok"],
  ];
  for (const [least, user, outcome] of attempts) {
    const conversationId = (await groupWith({ [name]: least })) as never;
    if (outcome === "ok") await act(user, conversationId);
    else await expectRefusal(act(user, conversationId), outcome);
  }
});

test("who may pin is what the group says", async () => {
  const conversationId = await groupWith({ whoMayPin: "member" });
  const { messageId } = await say(app, alice, conversationId, "Read this");

  await app.as(bob).messages.pin.mutate({ conversationId, messageId, isPinned: true });
});

test("who may edit details does not decide who may do what: that is for admins", async () => {
  const conversationId = await groupWith({ whoMayEdit: "member" });
  const change = (settings: ConversationSettings) =>
    app.as(bob).conversations.update.mutate({ conversationId, settings: { whoMayPost: settings.whoMayPost } });

  await expectRefusal(change({ whoMayPost: "owner" }), "not_allowed");
  await expectRefusal(app.as(bob).conversations.update.mutate({ conversationId, hidesHistory: true }), "not_allowed");
});

test("a change of permissions is told with what was changed, and only with that", async () => {
  const conversationId = await groupWith({ whoMayPost: "admin", slowModeSeconds: 30 });
  const settings = { whoMayPost: "admin", slowModeSeconds: 60 } as const;
  await app.as(alice).conversations.update.mutate({ conversationId, settings });
  await app.as(alice).conversations.update.mutate({ conversationId, settings });

  const events = (await readAll(app, bob, conversationId)).map((it) => it.event).slice(-2);
  expect(events).toEqual([
    { type: "settings", settings: { whoMayPost: "admin", slowModeSeconds: 30 } },
    { type: "settings", settings: { slowModeSeconds: 60 } },
  ]);
});

test("in slow mode a plain member waits, who keeps order does not, and a repeat is no second message", async () => {
  const conversationId = await groupWith({ slowModeSeconds: 60 });
  const message = { conversationId, messageId: newId<never>(), text: "One" };
  const first = await app.as(bob).messages.send.mutate(message);

  await expectRefusal(say(app, bob, conversationId, "Two"), "rate_limited");
  expect(await app.as(bob).messages.send.mutate(message)).toEqual(first);
  await say(app, dana, conversationId, "One");
  await say(app, dana, conversationId, "Two");

  await app.db
    .updateTable("members")
    .set({ sent_at: new Date(Date.now() - 61_000) })
    .where("user_id", "=", bob.id)
    .execute();
  await say(app, bob, conversationId, "Three");
  expect(textsOf(await readAll(app, bob, conversationId))).toEqual(["One", "One", "Two", "Three"]);
});

test("of what a member sends at once in slow mode, one message is taken and the others are told how long to wait", async () => {
  const conversationId = await groupWith({ slowModeSeconds: 10 });

  const sent = await Promise.allSettled(["One", "Two", "Three"].map((text) => say(app, bob, conversationId, text)));

  const refused = sent.flatMap((it) => (it.status === "rejected" ? [it.reason.data.app] : []));
  expect(refused).toMatchObject([{ reason: "slow_mode" }, { reason: "slow_mode" }]);
  for (const { retryAfter } of refused) expect(retryAfter).toBeGreaterThan(8);
  for (const { retryAfter } of refused) expect(retryAfter).toBeLessThanOrEqual(10);
});

/** Alice's group with these settings; Bob is a member and Dana an admin. */
async function groupWith(settings: Omit<ConversationSettings, "expiresAfter" | "expiryStarts">) {
  const conversationId = await startGroup(app, alice, [bob, dana]);
  await app.as(alice).conversations.setRole.mutate({ conversationId, userId: dana.id, role: "admin" });
  await app.as(alice).conversations.update.mutate({ conversationId, settings });
  return conversationId;
}
