import { directConversationId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob } = cast;
let app: App;

beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

async function write(from: { id: UserId }, to: { id: UserId }) {
  const conversationId = await directConversationId(from.id, to.id);
  await app.as(from).messages.send.mutate({ conversationId, messageId: newId(), text: "Hello", to: to.id });
  return conversationId;
}
const own = async (user: { id: UserId }, kind: string) => {
  const { user: changes } = await app.as(user).sync.start.query({ cursor: null });
  return (changes.rows.own ?? []).filter((row) => row.kind === kind && row.value !== null);
};
const set = (user: { id: UserId }, kind: "contact" | "request" | "privacy", key: string, value: unknown) =>
  app.as(user).sync.setOwn.mutate({ kind, key, value });
const strangers = async () => [await app.addUser(word()), await app.addUser(word())] as const;
const word = () => `u${newId<string>().replaceAll("-", "").slice(10, 30)}`;

test("what a stranger writes is a request, with their name", async () => {
  const [erin, finn] = await strangers();
  await write(erin, finn);

  expect(await own(finn, "request")).toMatchObject([{ key: erin.id, value: { state: "waiting" } }]);
  const { people } = await app.as(finn).sync.start.query({ cursor: null });
  expect(people.map((it) => it.username)).toContain(erin.username);
  expect(await own(erin, "request")).toEqual([]);
});

test("what a contact writes needs not be asked for", async () => {
  const [erin, finn] = await strangers();
  await set(finn, "contact", erin.id, { name: "Erin from work" });
  await write(erin, finn);
  expect(await own(finn, "request")).toEqual([]);
});

test("a stranger is not told that their message came or was read, until it is accepted", async () => {
  const [erin, finn] = await strangers();
  const conversationId = await write(erin, finn);
  const markedBy = async () => {
    await app.as(finn).sync.mark.mutate({ marks: [{ conversationId, readSeq: 1, deliveredSeq: 1 }] });
    const { marks } = await app.as(erin).sync.pull.query({ conversationId, cursor: 0, holding: [], marks: true });
    return marks?.find((it) => it.userId === finn.id);
  };
  expect(await markedBy()).toMatchObject({ readSeq: 0, deliveredSeq: 0 });

  await set(finn, "request", erin.id, null);
  await app.as(erin).messages.send.mutate({ conversationId, messageId: newId(), text: "Still there?" });
  await app.as(finn).sync.mark.mutate({ marks: [{ conversationId, readSeq: 2, deliveredSeq: 2 }] });
  expect(await markedBy()).toMatchObject({ readSeq: 2, deliveredSeq: 2 });
});

test("a stranger is not told when one was last here", async () => {
  const [erin, finn] = await strangers();
  await write(erin, finn);
  await app.db.updateTable("users").set({ last_seen_at: new Date() }).where("id", "=", finn.id).execute();
  const presence = () => app.as(erin).realtime.presence.query({ userIds: [finn.id] });

  expect(await presence()).toMatchObject([{ lastSeenAt: null, isHidden: true }]);
  await set(finn, "request", erin.id, null);
  expect((await presence())[0]?.lastSeenAt).not.toBeNull();
});

test("making the stranger a contact accepts their request, and so does writing to them", async () => {
  const [erin, finn] = await strangers();
  await write(erin, finn);
  await set(finn, "contact", erin.id, {});
  expect(await own(finn, "request")).toEqual([]);

  const [gina, hugo] = await strangers();
  await write(gina, hugo);
  await write(hugo, gina);
  expect(await own(hugo, "request")).toEqual([]);
  expect(await own(gina, "request")).toEqual([]);
});

test("who takes messages only from people they know is told nothing by strangers", async () => {
  const [erin, finn] = await strangers();
  await set(finn, "privacy", "messages", { who: "contacts" });
  await expectRefusal(write(erin, finn), "not_allowed", "takes_no_messages");

  await app.as(finn).sync.setOwn.mutate({ kind: "block", key: erin.id, value: true });
  await expectRefusal(write(erin, finn), "not_allowed", "takes_no_messages");
  await app.as(finn).sync.setOwn.mutate({ kind: "block", key: erin.id, value: null });

  await set(finn, "contact", erin.id, {});
  await write(erin, finn);
});

test("a row about oneself, or of no shape, is refused", async () => {
  await expectRefusal(set(alice, "contact", alice.id, {}), "bad_input");
  await expectRefusal(set(alice, "contact", bob.id, { name: "" }), "bad_input");
  await expectRefusal(set(alice, "privacy", "receipts", { who: "contacts" }), "bad_input");
  await expectRefusal(set(alice, "privacy", "shoeSize", { who: "nobody" }), "bad_input");
});
