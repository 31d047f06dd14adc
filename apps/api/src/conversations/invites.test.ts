import { type InviteId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("whoever holds a link sees where it leads, joins, and is told of as joined", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const inviteId = newId<InviteId>();
  const invite = await app.as(alice).conversations.createInvite.mutate({ conversationId, inviteId });
  expect(await app.as(alice).conversations.createInvite.mutate({ conversationId, inviteId })).toEqual(invite);

  expect(await app.nobody.conversations.previewInvite.query({ code: invite.code })).toEqual({
    conversationId,
    title: "Lunch",
    avatarId: null,
    memberCount: 2,
    asksFirst: false,
  });
  await app.as(carol).conversations.joinByInvite.mutate({ code: invite.code });
  await app.as(carol).conversations.joinByInvite.mutate({ code: invite.code });

  const { changes } = await app.as(carol).sync.pull.query({ conversationId, cursor: 0, holding: [] });
  expect(changes.rows.messages?.map((it) => it.event?.type)).toEqual(["created", "joined"]);
  expect(await app.as(alice).conversations.listInvites.query({ conversationId })).toMatchObject([
    { id: inviteId, useCount: 1 },
  ]);
});

test("of two who use the last use of a link at once, one joins", async () => {
  const conversationId = await startGroup(app, alice, []);
  const { code } = await app
    .as(alice)
    .conversations.createInvite.mutate({ conversationId, inviteId: newId(), maxUses: 1 });

  const joined = await Promise.allSettled(
    [carol, dana].map((user) => app.as(user).conversations.joinByInvite.mutate({ code })),
  );

  expect(joined.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an ended link leads nowhere: revoked, expired or used up", async () => {
  const conversationId = await startGroup(app, alice, []);
  const [revoked, expired] = await Promise.all(
    [1, 2].map(() =>
      app.as(alice).conversations.createInvite.mutate({ conversationId, inviteId: newId(), expiresInHours: 1 }),
    ),
  );
  await app.as(alice).conversations.revokeInvite.mutate({ conversationId, inviteId: revoked!.id });
  await app.db
    .updateTable("invites")
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where("id", "=", expired!.id)
    .execute();

  for (const { code } of [revoked!, expired!]) {
    await expectRefusal(app.nobody.conversations.previewInvite.query({ code }), "gone", "invite_ended");
    await expectRefusal(app.as(carol).conversations.joinByInvite.mutate({ code }), "gone", "invite_ended");
  }
  await expectRefusal(app.nobody.conversations.previewInvite.query({ code: "there-is-no-such-code" }), "not_found");
});
