import type { ConversationSettings, UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { say, startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, dana } = cast;
let app: App;
let later = 0;
beforeAll(async () => {
  app = await startApp({ now: () => new Date(Date.now() + later) });
  for (const { displayName, id } of [alice, bob, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("who may see what a message said before is set for the group; its author always may", async () => {
  const group = await startGroup(app, alice, [bob, dana]);
  await app.as(alice).conversations.setRole.mutate({ conversationId: group, userId: dana.id, role: "moderator" });
  const { messageId } = await say(app, bob, group, "Ramen");
  await app.as(bob).messages.edit.mutate({ conversationId: group, messageId, text: "Udon" });
  const other = await say(app, alice, group, "Soba");
  await app.as(alice).messages.edit.mutate({ conversationId: group, messageId: other.messageId, text: "Pho" });
  const set = (settings: ConversationSettings) =>
    app.as(alice).conversations.update.mutate({ conversationId: group, settings });
  const versions = async (user: { id: UserId }, id = messageId) =>
    (await app.as(user).messages.versions.query({ conversationId: group, messageId: id })).map((it) => it.text);

  expect(await versions(dana)).toEqual(["Ramen", "Udon"]);
  await set({ versionsFor: "moderators" });
  expect(await versions(dana)).toEqual(["Ramen", "Udon"]);
  await expectRefusal(versions(bob, other.messageId), "not_allowed");
  await set({ versionsFor: "author" });
  await expectRefusal(versions(dana), "not_allowed");
  await expectRefusal(versions(alice), "not_allowed");
  expect(await versions(bob)).toEqual(["Ramen", "Udon"]);
});

test("how long an author may delete for everyone is set for the group; who keeps order always may", async () => {
  const group = await startGroup(app, alice, [bob]);
  await app.as(alice).conversations.update.mutate({ conversationId: group, settings: { deleteForAllHours: 1 } });
  const one = await say(app, bob, group, "One");
  later = 2 * 3_600_000;
  const remove = (user: { id: UserId }) =>
    app.as(user).messages.delete.mutate({ conversationId: group, messageId: one.messageId });
  await expectRefusal(remove(bob), "not_allowed", "too_late_to_delete");
  await remove(alice);
  later = 0;
});
