import { directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { befriend } from "../testing/befriend.ts";
import { readAll, say } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol } = cast;
const lunch = await directConversationId(alice.id, bob.id);
const tea = await directConversationId(bob.id, carol.id);
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
  await befriend(app, bob, alice);
  await befriend(app, bob, carol);
  for (const [from, conversationId] of [
    [alice, lunch],
    [carol, tea],
  ] as const)
    await app.as(from).messages.send.mutate({ conversationId, messageId: newId(), text: "Hello", to: bob.id });
});
afterAll(() => app.close());

const goAway = (value: object | null, user: { id: UserId } = bob) =>
  app.as(user).sync.setOwn.mutate({ kind: "away", key: "reply", value });
const absence = (text: string, more: object = {}) => ({ id: newId<MessageId>(), text, ...more });
const repliesIn = async (conversationId: typeof lunch) =>
  (await readAll(app, bob, conversationId)).filter((it) => it.automatic === "reply").map((it) => it.text);

test("who writes to Bob while he is away hears it once, in each absence", async () => {
  await goAway(absence("Back on Monday."));
  for (const text of ["Ramen?", "Udon?", "Soba?"]) await say(app, alice, lunch, text);
  await say(app, carol, tea, "Tea?");
  await vi.waitFor(async () => {
    expect(await repliesIn(lunch)).toEqual(["Back on Monday."]);
    expect(await repliesIn(tea)).toEqual(["Back on Monday."]);
  });

  await goAway(absence("Away again."));
  await say(app, alice, lunch, "Ramen?");
  await vi.waitFor(async () => expect(await repliesIn(lunch)).toEqual(["Back on Monday.", "Away again."]));
});

test("it does not count as read by Bob", async () => {
  await goAway(absence("Away."));
  const { seq } = await say(app, alice, lunch, "Are you there?");
  await vi.waitFor(async () => expect(await repliesIn(lunch)).toContain("Away."));

  const { heads } = await app.as(bob).sync.start.query({ cursor: null });
  expect(heads.find((head) => head.conversation.id === lunch)?.me.readSeq).toBeLessThan(seq);
});

test("two who are away do not answer each other for ever", async () => {
  await goAway(absence("Bob is away."));
  await goAway(absence("Alice is away."), alice);
  await say(app, alice, lunch, "Writing all the same");
  await vi.waitFor(async () => expect(await repliesIn(lunch)).toContain("Bob is away."));

  await say(app, alice, lunch, "And again");
  expect(await repliesIn(lunch)).not.toContain("Alice is away.");
  await goAway(null, alice);
});

test("an absence that is over, or has not begun, answers nobody", async () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const before = await repliesIn(lunch);
  await goAway(absence("Over.", { until: at(-1) }));
  await say(app, alice, lunch, "One");
  await goAway(absence("Not yet.", { from: at(1) }));
  await say(app, alice, lunch, "Two");
  await goAway(null);
  await say(app, alice, lunch, "Three");

  expect(await repliesIn(lunch)).toEqual(before);
});
