import { attachmentPath, emojiPath, type FileVariant, gifPath, type MessageId, type UserRowKind } from "@parley/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, actors, makeWorld, outsiders, type World } from "../testing/authority-world.ts";
import { type App, startApp } from "../testing/index.ts";
import { playableKey } from "./keys.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

type Asked = (world: World, ticket: string) => Promise<Response>;
type Path = { name: string; ask: Asked; expected: Record<Actor, number> };

const tus = (world: World, method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/files/uploads${path}`, {
    method,
    headers: { cookie: world.cookie, origin: app.url, "tus-resumable": "1.0.0", ...headers },
    ...(method === "PATCH" && { body: "12345" }),
  });
const offset = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };
const read =
  (variant: FileVariant, method = "GET"): Asked =>
  (world, ticket) =>
    fetch(`${app.url}${attachmentPath(world.bobsMessageId, world.bobsFileId, variant)}?ticket=${ticket}`, {
      method,
      headers: { cookie: world.cookie },
    });

const inPack = (world: World, ticket: string, seenIn?: MessageId) => {
  const path = attachmentPath(world.bobsPackId, world.bobsFileId, "original");
  const seen = seenIn ? `&seenIn=${seenIn}` : "";
  return fetch(`${app.url}${path}?ticket=${ticket}${seen}`, { headers: { cookie: world.cookie } });
};
const keepPack = ({ cookie, bob, bobsFileId, bobsPackId, bobsMessageId }: World) => {
  const stickers = [{ fileId: bobsFileId, emoji: "🍜", width: 9, height: 9 }];
  const value = { name: "Ramen", ownerId: bob, stickers, foundIn: bobsMessageId };
  return fetch(`${app.url}/trpc/sync.setOwn`, {
    method: "POST",
    headers: { cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ kind: "stickers", key: bobsPackId, value }),
  });
};
/** In a draft or among the scheduled messages of one's own that name Bob's file. */
const inWaiting = async ({ cookie, me, conversationId, bobsFileId }: World, ticket: string, kind: UserRowKind) => {
  const value = JSON.stringify({ text: "", attachments: [{ fileId: bobsFileId, name: "menu.txt" }] });
  const row = { user_id: me, kind, key: conversationId, value, rev: 1 };
  await app.db.insertInto("user_rows").values(row).execute();
  const path = attachmentPath(conversationId, bobsFileId, "original");
  return fetch(`${app.url}${path}?ticket=${ticket}`, { headers: { cookie } });
};
const seeEmoji = ({ cookie, bobsFileId }: World, variant: "small" | "original" = "original") =>
  fetch(app.url + emojiPath(bobsFileId, variant), { headers: { cookie } });
const setEmoji = ({ cookie, me, bobsFileId, bobsEmojiId }: World, name: string | null) =>
  fetch(`${app.url}/trpc/sync.setOwn`, {
    method: "POST",
    headers: { cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({
      ...{ kind: "emoji", key: bobsEmojiId },
      value: name && { name, fileId: bobsFileId, makerId: me },
    }),
  });
const seeGif = ({ cookie }: World) => fetch(`${app.url}${gifPath("heart")}`, { headers: { cookie } });

const forAll = (statusOf: (actor: Actor) => number) =>
  Object.fromEntries(actors.map((actor) => [actor, statusOf(actor)])) as Record<Actor, number>;
/** To who may not read the message there is nothing, whoever they are. */
const readers = (status: number) =>
  forAll((actor) => (actor === "nobody" || actor === "suspended" || outsiders.includes(actor) ? 404 : status));
/** Everybody's who is signed in. */
const readersOfAll = (status: number) =>
  forAll((actor) => (actor === "nobody" || actor === "suspended" ? 404 : status));
const changers = forAll((actor) => (actor === "nobody" ? 401 : 403));
const signedIn = (status: number) =>
  forAll((actor) => (actor === "nobody" ? 401 : actor === "suspended" ? 403 : status));

const paths: Path[] = [
  { name: "read it", ask: read("original"), expected: readers(200) },
  { name: "ask whether it is there", ask: read("original", "HEAD"), expected: readers(200) },
  { name: "download it", ask: read("download"), expected: readers(200) },
  {
    name: "play what was made of it",
    ask: async (world, ticket) => {
      const made = { playable: "made", playable_size: 4 } as const;
      await app.db.updateTable("files").set(made).where("id", "=", world.bobsFileId).execute();
      await app.files.put(playableKey(world.bobsFileId), Buffer.from("film"));
      return read("playable")(world, ticket);
    },
    expected: readers(200),
  },
  { name: "see it in Bob's pack", ask: (world, ticket) => inPack(world, ticket), expected: forAll(() => 404) },
  {
    name: "see it in Bob's pack by the message that shows it",
    ask: (world, ticket) => inPack(world, ticket, world.bobsMessageId),
    expected: readers(200),
  },
  {
    name: "see it in Bob's pack by a message without a sticker of it",
    ask: (world, ticket) => inPack(world, ticket, world.myMessageId),
    expected: forAll(() => 404),
  },
  {
    name: "see it in Bob's pack, which one keeps",
    ask: async (world, ticket) => {
      const value = JSON.stringify({ name: "Ramen", ownerId: world.bob, stickers: [] });
      const row = { user_id: world.me, kind: "stickers" as const, key: world.bobsPackId, value, rev: 1 };
      await app.db.insertInto("user_rows").values(row).execute();
      return inPack(world, ticket);
    },
    // Whoever has it keeps it, also when they are shown it no more.
    expected: forAll((actor) => (actor === "nobody" || actor === "suspended" ? 404 : 200)),
  },
  {
    name: "keep Bob's pack by the message that shows it",
    ask: (world) => keepPack(world),
    expected: forAll((actor) =>
      actor === "nobody" ? 401 : actor === "suspended" ? 403 : outsiders.includes(actor) ? 404 : 200,
    ),
  },
  {
    name: "see it in a draft of one's own",
    ask: (world, ticket) => inWaiting(world, ticket, "draft"),
    expected: forAll(() => 404),
  },
  {
    name: "see it in a scheduled message of one's own",
    ask: (world, ticket) => inWaiting(world, ticket, "scheduled"),
    expected: forAll(() => 404),
  },
  {
    name: "see it in Bob's draft",
    async ask({ bob, conversationId, bobsFileId, cookie }, ticket) {
      const value = JSON.stringify({ text: "", attachments: [{ fileId: bobsFileId, name: "menu.txt" }] });
      const row = { user_id: bob, kind: "draft" as const, key: conversationId, value, rev: 1 };
      await app.db.insertInto("user_rows").values(row).execute();
      const path = attachmentPath(conversationId, bobsFileId, "original");
      return fetch(`${app.url}${path}?ticket=${ticket}`, { headers: { cookie } });
    },
    expected: forAll(() => 404),
  },
  { name: "see an emoji", ask: (world) => seeEmoji(world), expected: readersOfAll(200) },
  // It is no picture.
  { name: "see an emoji small", ask: (world) => seeEmoji(world, "small"), expected: readersOfAll(404) },
  { name: "rename Bob's emoji", ask: (world) => setEmoji(world, "mine-now"), expected: changers },
  { name: "remove Bob's emoji", ask: (world) => setEmoji(world, null), expected: changers },
  { name: "look at a moving picture", ask: (world) => seeGif(world), expected: signedIn(200) },
  // It is no picture.
  { name: "see it small", ask: read("small"), expected: readers(404) },
  { name: "see it large", ask: read("large"), expected: readers(404) },
  { name: "ask how far Bob's upload is", ask: (it) => tus(it, "HEAD", `/${it.bobsFileId}`), expected: signedIn(404) },
  { name: "add to Bob's upload", ask: (it) => tus(it, "PATCH", `/${it.bobsFileId}`, offset), expected: signedIn(404) },
  { name: "end Bob's upload", ask: (it) => tus(it, "DELETE", `/${it.bobsFileId}`), expected: signedIn(404) },
  {
    name: "begin an upload under Bob's id",
    ask: (it) =>
      tus(it, "POST", "", {
        "upload-length": "5",
        "upload-metadata": `fileId ${btoa(it.bobsFileId)},name ${btoa("menu.txt")}`,
      }),
    expected: signedIn(409),
  },
];

test.each(paths)("$name: who may and who may not", async ({ ask, expected }) => {
  const statuses: Partial<Record<Actor, number>> = {};
  for (const actor of actors) {
    const world = await makeWorld(app, actor);
    await app.files.put(`attachments/${world.bobsFileId}`, Buffer.from("ramen"));
    const hasTicket = actor !== "nobody" && actor !== "suspended";
    const ticket = hasTicket ? (await app.as({ id: world.me }).files.ticket.query()).ticket : "0.AAAA";
    statuses[actor] = (await ask(world, ticket)).status;
  }
  expect(statuses).toEqual(expected);
});

test.each(actors.filter((it) => it !== "nobody" && it !== "suspended"))(
  "a gallery shows %s only what they may read",
  async (actor) => {
    const world = await makeWorld(app, actor);
    const api = app.as({ id: world.me });
    for (const place of [{}, { conversationId: world.conversationId }]) {
      const { messages } = await api.files.list.query({ kind: "files", ...place });
      const ids = outsiders.includes(actor) ? [] : [world.bobsMessageId];
      expect(messages.map((it) => it.id)).toEqual(ids);
    }
    await api.files.remove.mutate({ fileIds: [world.bobsFileId] });
    const { messages } = await app.as({ id: world.bob }).files.list.query({ kind: "files" });
    expect(messages[0]?.attachments).toHaveLength(1);
  },
);
