import {
  type CustomEmoji,
  directConversationId,
  type EmojiId,
  emojiPath,
  type FileId,
  limits,
  newId,
  type Publication,
  type StartCursor,
  type UserId,
  userScope,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setOwn } from "../sync/set-own.ts";
import { befriend } from "../testing/befriend.ts";
import { expectRefusal } from "../testing/errors.ts";
import { type App, startApp, upload } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
const lunch = await directConversationId(alice.id, bob.id);
type User = { id: UserId };

let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
  await befriend(app, alice, bob);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, text: "Ramen?", to: bob.id });
});
afterAll(() => app.close());

const messageId = newId<never>();
let count = 0;
const someName = () => `ramen-${++count}`;

async function pictureOf(user: User): Promise<FileId> {
  const dots = { create: { width: 96, height: 96, channels: 4 as const, background: "teal" } };
  return upload(app, user, await sharp(dots).webp().toBuffer(), "emoji.webp");
}
const set = (user: User, id: EmojiId, value: unknown) =>
  app.as(user).sync.setOwn.mutate({ kind: "emoji", key: id, value });
async function make(user: User, name = someName()) {
  const [id, fileId] = [newId<EmojiId>(), await pictureOf(user)];
  const value: CustomEmoji = { name, fileId, makerId: user.id };
  const { rev } = await set(user, id, value);
  return { id, fileId, name, value, rev };
}
const start = (user: User, cursor: StartCursor | null = null) => app.as(user).sync.start.query({ cursor });
const react = (user: User, emoji: string, isOn = true) =>
  app.as(user).messages.react.mutate({ conversationId: lunch, messageId, emoji, isOn });
const fetchPicture = async (fileId: FileId, user?: User, variant: "small" | "original" = "original") =>
  fetch(app.url + emojiPath(fileId, variant), user && { headers: { cookie: await app.sessionCookieOf(user) } });

test("[A12] Alice makes an emoji, and everybody has it at their next start, once", async () => {
  const { cursor } = await start(carol);
  const { id, value, rev } = await make(alice);

  const next = await start(carol, cursor);
  expect(next.shared).toContainEqual({ kind: "emoji", key: id, value, rev });
  expect(next.people).toContainEqual(expect.objectContaining({ id: alice.id, displayName: "Alice" }));
  expect((await start(carol)).shared).toContainEqual({ kind: "emoji", key: id, value, rev });
  // Told again for as long as a transaction that began before is under way, in any database of the same server.
  let last = next;
  await expect
    .poll(async () => (last = await start(carol, last.cursor)).shared?.find((it) => it.key === id), { timeout: 60_000 })
    .toBeUndefined();
});

test("[A12] whoever is online hears of it, and Alice's other devices", async () => {
  await app.db
    .updateTable("users")
    .set({ online_until: new Date(Date.now() + 60_000) })
    .where("id", "=", bob.id)
    .execute();
  const told: Publication[] = [];
  const ctx = {
    db: app.db,
    files: app.files,
    userId: alice.id,
    now: () => new Date(),
    publish: (it: Publication[]) => void told.push(...it),
  };
  const [key, fileId] = [newId<EmojiId>(), await pictureOf(alice)];
  const value: CustomEmoji = { name: someName(), fileId, makerId: alice.id };
  await setOwn(ctx as never, { kind: "emoji", key, value });

  const people = [expect.objectContaining({ id: alice.id, displayName: "Alice" })];
  const tell = { t: "shared" as const, shared: [{ kind: "emoji" as const, key, value, rev: 1 }], people };
  expect(told).toHaveLength(2);
  expect(told).toContainEqual({ scope: userScope(alice.id), tell });
  expect(told).toContainEqual({ scope: userScope(bob.id), tell });
});

test("[A12] a name belongs to one emoji, also one that it had before", async () => {
  const first = await make(alice);
  await expectRefusal(make(bob, first.name), "conflict", "emoji_name_taken");

  const name = someName();
  await set(alice, first.id, { ...first.value, name });
  expect((await start(bob)).shared).toContainEqual(
    expect.objectContaining({ key: first.id, value: { ...first.value, name, formerNames: [first.name] }, rev: 2 }),
  );
  await expectRefusal(make(bob, first.name), "conflict", "emoji_name_taken");
  await set(alice, first.id, first.value);
  await expectRefusal(make(bob, name), "conflict", "emoji_name_taken");
  await set(alice, first.id, null);
  await make(bob, name);
  await make(bob, first.name);
});

test("[A12] two who choose the same name at once: one has it", async () => {
  const name = someName();
  const made = await Promise.allSettled([make(alice, name), make(bob, name)]);
  expect(made.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("[A12] an emoji that was renamed often keeps the latest of its names", async () => {
  const { id, value, name } = await make(alice);
  const names = Array.from({ length: limits.formerNames + 1 }, someName);
  for (const next of names) await set(alice, id, { ...value, name: next });

  const row = (await start(bob)).shared?.find((it) => it.key === id)?.value as CustomEmoji;
  expect(row).toMatchObject({ name: names.at(-1), formerNames: names.slice(0, -1).toReversed() });
  await make(bob, name);
});

test("[A12] who made it alone renames it, and removes it beside who keeps the place; a removed one does not come back", async () => {
  const { id, value } = await make(alice);
  await expectRefusal(set(bob, id, { ...value, name: someName() }), "not_allowed");
  await expectRefusal(set(bob, id, { ...value, makerId: bob.id }), "not_allowed");
  await expectRefusal(set(bob, id, null), "not_allowed");
  await expectRefusal(set(bob, newId(), value), "not_allowed");
  await expectRefusal(set(alice, id, { ...value, fileId: await pictureOf(alice) }), "bad_input");
  await app.db.updateTable("users").set({ role: "admin" }).where("id", "=", dana.id).execute();
  await expectRefusal(set(dana, id, { ...value, name: someName() }), "not_allowed");
  await set(dana, id, null);
  await set(alice, id, null);
  await expectRefusal(set(alice, id, value), "not_found");
});

test("[A12] one that was removed is told as gone, its picture with it", async () => {
  const { id, fileId } = await make(alice);
  const { cursor } = await start(bob);
  await set(alice, id, null);

  expect((await start(bob, cursor)).shared).toContainEqual({ kind: "emoji", key: id, value: null, rev: 2 });
  expect((await start(bob)).shared?.some((it) => it.key === id)).toBe(false);
  await expect.poll(() => fileIsThere(fileId), { timeout: 10_000 }).toBe(false);
  expect((await fetchPicture(fileId, bob)).status).toBe(404);
});

test("[A12] taking back what the server never had is nothing", async () => {
  const id = newId<EmojiId>();
  expect(await set(alice, id, null)).toEqual({ rev: 0 });
});

test("[A12] its picture opens to who is signed in, and to nobody else", async () => {
  const { fileId } = await make(alice);
  const seen = await fetchPicture(fileId, carol);
  expect(seen.status).toBe(200);
  expect(seen.headers.get("content-type")).toBe("image/webp");
  expect(seen.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(seen.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await fetchPicture(fileId, carol, "small")).status).toBe(200);

  expect((await fetchPicture(fileId)).status).toBe(404);
  expect((await fetchPicture(await pictureOf(alice), alice)).status).toBe(404);
  expect((await fetchPicture(newId(), alice)).status).toBe(404);
  const cookie = await app.sessionCookieOf(alice);
  for (const path of ["emoji/x/original", `emoji/${fileId}/download`, `emoji/${fileId}/..%2foriginal`])
    expect((await fetch(`${app.url}/files/attachments/${path}`, { headers: { cookie } })).status).toBe(404);
});

test.each(["a", "Ramen", "ra men", ":ramen:", "-ramen", "ramen_", "ra__мен", "r".repeat(33), ""])(
  "[A12] %j is no name for an emoji",
  async (name) => {
    const value = { name, fileId: newId(), makerId: alice.id };
    await expectRefusal(set(alice, newId(), value), "bad_input");
  },
);

test("[A12] what moves goes on moving", async () => {
  const frames = await Promise.all(
    ["red", "blue"].map((background) =>
      sharp({ create: { width: 32, height: 32, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const [id, fileId] = [newId<EmojiId>(), await upload(app, alice, gif, "emoji.gif")];
  await set(alice, id, { name: someName(), fileId, makerId: alice.id, isAnimated: true });

  const bytes = Buffer.from(await (await fetchPicture(fileId, bob)).arrayBuffer());
  expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
  expect(
    (await sharp(Buffer.from(await (await fetchPicture(fileId, bob, "small")).arrayBuffer())).metadata()).pages,
  ).toBeUndefined();
});

test("[A12] nobody makes more than their share", async () => {
  const fileId = await pictureOf(carol);
  const value = JSON.stringify({ name: "x", fileId, makerId: carol.id });
  const rows = Array.from({ length: limits.emojiEach }, () => ({
    id: newId<EmojiId>(),
    maker_id: carol.id,
    value,
    rev: 1,
  }));
  await app.db.insertInto("emoji").values(rows).execute();
  await expectRefusal(make(carol), "conflict", "too_large");
  await app.db.deleteFrom("emoji").where("maker_id", "=", carol.id).execute();
});

test("[C11] an emoji of Parley's own can be put on a message by its name, while there is one", async () => {
  const { id, name } = await make(alice);
  await expectRefusal(react(bob, ":nothing-of-the-kind:"), "not_found");
  await expectRefusal(react(bob, ":Ramen:"), "bad_input");
  await react(bob, `:${name}:`);
  const { reactions } = await app.as(alice).messages.around.query({ conversationId: lunch, messageId });
  expect(reactions).toMatchObject([{ userId: bob.id, emoji: `:${name}:`, isRemoved: false }]);

  await set(alice, id, null);
  await expectRefusal(react(alice, `:${name}:`), "not_found");
  await react(bob, `:${name}:`, false);
});

test("[A12] a file that Alice removes takes its emoji along, and so does her leaving", async () => {
  const kept = await make(bob);
  const removed = await make(alice);
  await app.as(alice).files.remove.mutate({ fileIds: [removed.fileId] });
  expect((await start(bob)).shared?.some((it) => it.key === removed.id)).toBe(false);

  const erin = await app.addUser("Erin");
  const erins = await make(erin);
  await app.as(erin).accounts.deleteAccount.mutate();
  await app.runJob("remove-stale-uploads");
  await expect
    .poll(async () => (await start(bob)).shared?.some((it) => it.key === erins.id), { timeout: 10_000 })
    .toBe(false);
  expect((await start(bob)).shared?.some((it) => it.key === kept.id)).toBe(true);
});

test("[A12] the job that tidies up leaves the pictures of emoji alone", async () => {
  const { fileId } = await make(alice);
  await app.db
    .updateTable("files")
    .set({ touched_at: new Date(0) })
    .where("id", "=", fileId)
    .execute();
  await app.runJob("remove-stale-uploads");
  expect((await fetchPicture(fileId, bob)).status).toBe(200);
});

test("[A12] whatever a device sends as an emoji is answered with what it is, and never with a 500", async () => {
  const { id, fileId } = await make(alice);
  const value = fc.record(
    {
      name: fc.oneof(fc.constantFrom("ok", "smile", "a", "../x", "\u0000", "\ud800"), fc.string({ unit: "binary" })),
      fileId: fc.constantFrom<unknown>(fileId, newId(), "../heart", "", null, 7),
      makerId: fc.constantFrom<unknown>(alice.id, bob.id, "alice"),
      formerNames: fc.array(fc.string(), { maxLength: 7 }),
      isAnimated: fc.constantFrom<unknown>(true, false, "yes"),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(id, newId<EmojiId>()), value, async (key, emoji) => {
      const answer = await set(alice, key, emoji).catch((error: { data: unknown }) => error.data);
      expect(answer).toSatisfy((it: { rev?: number; app?: { code: string } }) =>
        it.rev
          ? true
          : ["bad_input", "conflict", "not_found", "not_allowed", "rate_limited"].includes(it.app?.code ?? ""),
      );
    }),
    { numRuns: 60 },
  );
});

async function fileIsThere(id: FileId): Promise<boolean> {
  return (await app.db.selectFrom("files").select("id").where("id", "=", id).execute()).length > 0;
}
