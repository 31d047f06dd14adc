import { type ConversationId, type ErrorReason, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOf, startChannel } from "../testing/channel.ts";
import { expectRefusal } from "../testing/errors.ts";
import { say, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("Carol looks at a public channel before she subscribes, and reads no comment and no private channel", async () => {
  const channel = await startChannel(app, alice, "harbour.news");
  await say(app, alice, channel, "The ferry is back");
  const preview = await app.as(carol).channels.preview.query({ address: "Harbour.News" });

  expect(preview.channel).toMatchObject({ title: "News", address: "harbour.news", memberCount: 1 });
  expect(textsOf(preview.messages)).toEqual(["The ferry is back"]);
  await expectRefusal(app.as(carol).messages.before.query({ conversationId: channel, seq: 9 }), "not_found");
  await expectRefusal(subscribe(carol, await startChannel(app, alice)), "not_found");
  await expectRefusal(app.as(carol).channels.preview.query({ address: "nowhere" }), "not_found");
});

test("subscribing and leaving write no line; coming back, everything can be read again", async () => {
  const channel = await startChannel(app, alice, "tides");
  const before = await headOf(alice, channel);
  await subscribe(bob, channel);
  await subscribe(bob, channel);
  expect(await headOf(alice, channel)).toMatchObject({
    ...before,
    conversation: { rev: before?.conversation.rev, memberCount: 2 },
  });

  await app.as(bob).conversations.leave.mutate({ conversationId: channel });
  await say(app, alice, channel, "While Bob was away");
  await subscribe(bob, channel);

  const { rows } = await copyOf(app, bob, channel);
  expect(textsOf(rows.messages ?? [])).toEqual(["While Bob was away"]);
  expect(rows.conversation).toMatchObject({ memberCount: 2 });
});

test("subscribers write nothing but comments, and those only while comments are on", async () => {
  const channel = await startChannel(app, alice, "weather");
  await subscribe(bob, channel);
  const { messageId: threadId } = await say(app, alice, channel, "Wind from the north");
  const comment = () =>
    app.as(bob).messages.send.mutate({ conversationId: channel, messageId: newId(), text: "Cold!", threadId });

  await expectRefusal(say(app, bob, channel, "Me too"), "not_allowed");
  await comment();
  await app.as(alice).conversations.update.mutate({ conversationId: channel, settings: { hasComments: false } });
  await expectRefusal(comment(), "not_allowed");
  await app.as(alice).conversations.setRole.mutate({ conversationId: channel, userId: bob.id, role: "moderator" });
  await say(app, bob, channel, "Now I may");
});

test("a device of Bob's copies who keeps the channel and himself, and nobody's marks but his own", async () => {
  const channel = await startChannel(app, alice, "kitchen");
  for (const user of [bob, carol, dana]) await subscribe(user, channel);
  const setRole = (role: "moderator" | "member") =>
    app.as(alice).conversations.setRole.mutate({ conversationId: channel, userId: dana.id, role });
  await setRole("moderator");

  const { rows, marks, rev } = await copyOf(app, bob, channel);
  expect(rows.members?.map((it) => it.userId).sort()).toEqual([alice.id, bob.id, dana.id].sort());
  expect(marks?.map((it) => it.userId)).toEqual([bob.id]);

  await setRole("member");
  const { changes } = await app.as(bob).sync.pull.query({ conversationId: channel, cursor: rev, holding: [] });
  expect(changes.rows.members?.find((it) => it.userId === dana.id)).toMatchObject({ role: "member" });
});

test("reactions are counts, one's own are one's own, and neither they nor views move a rev", async () => {
  const channel = await startChannel(app, alice, "music");
  for (const user of [bob, carol]) await subscribe(user, channel);
  const { messageId, seq } = await say(app, alice, channel, "New record");
  const before = await headOf(alice, channel);
  const react = (user: { id: UserId }, emoji: string, isOn: boolean) =>
    app.as(user).messages.react.mutate({ conversationId: channel, messageId, emoji, isOn });
  for (const user of [bob, carol]) await react(user, "🎉", true);
  await react(bob, "🎉", true);
  await react(carol, "🔥", true);
  await react(carol, "🔥", false);
  const view = (user: { id: UserId }) => app.as(user).messages.view.mutate({ conversationId: channel, seqs: [seq] });

  await Promise.all([view(bob), view(bob), view(carol)]);
  expect(await view(bob)).toEqual([{ messageId, seq, viewCount: 2, reactions: { "🎉": 2 }, mine: ["🎉"] }]);
  expect(await headOf(alice, channel)).toEqual(before);
  const { rows, people } = await copyOf(app, bob, channel);
  expect(rows.reactions).toEqual([]);
  expect(people?.map((it) => it.id)).not.toContain(carol.id);

  await app.as(alice).messages.delete.mutate({ conversationId: channel, messageId });
  expect(await view(bob)).toEqual([]);
});

test.each<[string, string, ErrorReason]>([
  ["ferry.news", "ferry.news", "address_taken"],
  ["ferry.news", "Ferry.News", "address_taken"],
  ["paypal", "paypa1", "address_confusable"],
  ["river", "a b", "address_invalid"],
  ["river", "two words", "address_invalid"],
  ["river", "everyone", "address_taken"],
])("where there is %s, nobody has %s: %s", async (first, second, reason) => {
  const [one, other] = [await startChannel(app, alice), await startChannel(app, bob)];
  await app.as(alice).channels.setAddress.mutate({ conversationId: one, address: first });
  const take = app.as(bob).channels.setAddress.mutate({ conversationId: other, address: second });

  await expectRefusal(take, reason === "address_invalid" ? "bad_input" : "conflict", reason);
  await app.as(alice).channels.setAddress.mutate({ conversationId: one, address: null });
});

test("public channels are found by words and address, the largest first; private ones are not", async () => {
  const hidden = await startChannel(app, alice);
  const small = await startChannel(app, alice, "zebra.small");
  const large = await startChannel(app, alice, "zebra.large");
  for (const [conversationId, title] of [
    [hidden, "Zebra hidden"],
    [small, "Zebra café"],
    [large, "Zebras"],
  ] as const)
    await app.as(alice).conversations.update.mutate({ conversationId, title });
  await subscribe(bob, large);
  const find = async (query: string) =>
    (await app.as(carol).channels.discover.query({ query })).map((it) => it.address);

  expect(await find("zebra")).toEqual(["zebra.large", "zebra.small"]);
  expect(await find("CAFE")).toEqual(["zebra.small"]);
  expect(await find("zebra.l")).toEqual(["zebra.large"]);
  expect(await find("'; drop & !|")).toEqual([]);
});

test("whoever keeps the whole place gives a channel its badge, and its own admins do not", async () => {
  const channel = await startChannel(app, alice, "townhall");
  const verify = (user: { id: UserId }) =>
    app.as(user).channels.setVerified.mutate({ conversationId: channel, isVerified: true });
  await expectRefusal(verify(alice), "not_allowed");

  await app.db.updateTable("users").set({ role: "admin" }).where("id", "=", dana.id).execute();
  await verify(dana);

  expect(await headOf(alice, channel)).toMatchObject({ conversation: { isVerified: true } });
});

test("banned from a channel, Carol neither sees it nor subscribes; who subscribes is for its admins to know", async () => {
  const channel = await startChannel(app, alice, "quiet");
  for (const user of [bob, carol]) await subscribe(user, channel);
  await app.as(alice).conversations.ban.mutate({ conversationId: channel, userId: carol.id });

  await expectRefusal(subscribe(carol, channel), "not_allowed", "banned");
  await expectRefusal(app.as(carol).channels.preview.query({ address: "quiet" }), "not_allowed", "banned");
  await expectRefusal(app.as(bob).channels.subscribers.query({ conversationId: channel }), "not_allowed");
  const subscribers = await app.as(alice).channels.subscribers.query({ conversationId: channel, query: "bo" });
  expect(subscribers).toMatchObject([{ person: { id: bob.id }, role: "member" }]);
});

const subscribe = (user: { id: UserId }, conversationId: ConversationId) =>
  app.as(user).channels.subscribe.mutate({ conversationId });

async function headOf(user: { id: UserId }, conversationId: ConversationId) {
  const { heads } = await app.as(user).sync.start.query({ cursor: null });
  return heads.find((it) => it.conversation.id === conversationId);
}
