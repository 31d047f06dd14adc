import { type ConversationId, type ErrorCode, type FileId, newId, type UserId } from "@parley/schema";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, procedures } from "./ask.ts";
import { type Actor, actors, makeWorld, outsiders, type World } from "./authority-world.ts";
import { type App, startApp } from "./index.ts";

type Outcome = "ok" | ErrorCode;
type Row = { expected: Record<Actor, Outcome>; input: (world: World) => unknown };

/** Anyone may ask; the answer is the same for all. */
const anyone = (outcome: Outcome, input: Row["input"] = () => ({})): Row => ({
  expected: forAll(() => outcome),
  input,
});
/** For who is signed in and not suspended; the group has nothing to do with it. */
const signedIn = (outcome: Outcome, input: Row["input"] = () => ({})): Row => ({
  expected: forAll((actor) => unsigned[actor] ?? outcome),
  input,
});
/** For members of at least this role; outsiders and removed ones cannot tell that it is there. */
const members = (from: "member" | "moderator" | "admin" | "owner", input: Row["input"]): Row => ({
  expected: forAll(
    (actor) =>
      unsigned[actor] ??
      (outsiders.includes(actor)
        ? "not_found"
        : actors.indexOf(actor) >= actors.indexOf(from) || actor === from
          ? "ok"
          : "not_allowed"),
  ),
  input,
});
const unsigned: Partial<Record<Actor, Outcome>> = { nobody: "not_signed_in", suspended: "not_allowed" };

const credential = { id: "x", rawId: "x", type: "public-key", response: {}, clientExtensionResults: {} };
const here = ({ conversationId }: World) => ({ conversationId });
const at = (world: World) => ({ ...here(world), seq: 1 });
const someName = () => `u${newId<string>().replaceAll("-", "").slice(10, 30)}`;

const rows: Record<string, Row> = {
  "app.config": anyone("ok"),
  "accounts.checkUsername": anyone("ok", () => ({ username: someName() })),
  "accounts.startSignUp": anyone("ok", () => ({ username: someName(), displayName: "Someone" })),
  "accounts.finishSignUp": anyone("gone", () => ({ challengeId: newId(), credential })),
  "accounts.startSignIn": anyone("ok"),
  "accounts.finishSignIn": anyone("gone", () => ({ challengeId: newId(), credential })),
  "accounts.signInWithRecoveryCode": anyone("not_allowed", () => ({ username: someName(), code: "AAAA-BBBB-CCCC" })),
  "accounts.startEmailSignIn": anyone("ok", () => ({ email: "someone@example.org" })),
  "accounts.finishEmailSignIn": anyone("not_allowed", () => ({ email: "someone@example.org", code: "123456" })),
  "accounts.signInAsDemoUser": anyone("not_found", (world) => ({ userId: world.bob })),
  "accounts.me": signedIn("ok"),
  "accounts.signOut": signedIn("ok"),
  "accounts.startAddPasskey": signedIn("ok"),
  "accounts.finishAddPasskey": signedIn("gone", () => ({ challengeId: newId(), credential })),
  "accounts.renamePasskey": signedIn("not_found", () => ({ passkeyId: "x", name: "Phone" })),
  "accounts.removePasskey": signedIn("not_found", () => ({ passkeyId: "x" })),
  "accounts.renewRecoveryCodes": signedIn("ok"),
  "accounts.setEmail": signedIn("ok", () => ({ email: `${someName()}@example.org` })),
  "accounts.verifyEmail": signedIn("gone", () => ({ code: "123456" })),
  // It is the only way in these users have.
  "accounts.removeEmail": signedIn("conflict"),
  "accounts.revokeSession": signedIn("not_found", () => ({ sessionId: newId() })),
  "accounts.revokeOtherSessions": signedIn("ok"),
  "accounts.updateProfile": signedIn("ok", () => ({ displayName: "Someone else" })),
  "accounts.deleteAccount": signedIn("ok"),
  "people.find": signedIn("not_found", () => ({ username: someName() })),
  "people.search": signedIn("ok", () => ({ query: "bob" })),

  "conversations.createGroup": signedIn("ok", (world) => ({
    conversationId: newId(),
    title: "New",
    memberIds: [world.bob],
  })),
  "conversations.setExpiry": members("admin", (world) => ({
    ...here(world),
    expiresAfter: 3_600,
    expiryStarts: "send",
  })),
  "conversations.update": members("admin", (world) => ({ ...here(world), title: "Supper" })),
  "conversations.addMembers": members("moderator", (world) => ({ ...here(world), userIds: [world.newcomer] })),
  "conversations.removeMember": members("moderator", (world) => ({ ...here(world), userId: world.bob })),
  "conversations.setRole": members("admin", (world) => ({ ...here(world), userId: world.bob, role: "moderator" })),
  "conversations.handOver": members("owner", (world) => ({ ...here(world), userId: world.bob })),
  // Leaving again is no mistake for who has left; the owner has to hand over first.
  "conversations.leave": {
    expected: { ...members("member", here).expected, removed: "ok", owner: "conflict" },
    input: here,
  },
  "conversations.createInvite": members("admin", (world) => ({ ...here(world), inviteId: newId() })),
  "conversations.revokeInvite": members("admin", (world) => ({ ...here(world), inviteId: world.inviteId })),
  "conversations.listInvites": members("admin", here),
  "conversations.previewInvite": anyone("ok", ({ code }) => ({ code })),
  "conversations.joinByInvite": {
    expected: { ...signedIn("ok").expected, banned: "not_allowed" },
    input: ({ code }) => ({ code }),
  },
  // Who has not asked learns nothing.
  "conversations.withdrawRequest": signedIn("ok", here),
  "conversations.listRequests": members("moderator", here),
  "conversations.answerRequest": members("moderator", (world) => ({
    ...here(world),
    userId: world.asker,
    isAccepted: true,
  })),
  "conversations.ban": members("moderator", (world) => ({ ...here(world), userId: world.bob, reason: "Spam" })),
  "conversations.unban": members("moderator", (world) => ({ ...here(world), userId: world.bob })),
  "conversations.listBans": members("moderator", here),

  "channels.discover": signedIn("ok"),
  // Whoever is not banned may look, and come in.
  "channels.preview": {
    expected: { ...signedIn("ok").expected, banned: "not_allowed" },
    input: ({ address }) => ({ address }),
  },
  "channels.subscribe": {
    expected: { ...signedIn("ok").expected, banned: "not_allowed" },
    input: ({ channelId }) => ({ conversationId: channelId }),
  },
  "channels.setAddress": members("admin", ({ channelId }) => ({ conversationId: channelId, address: null })),
  // For those who keep the whole place, and none of these does.
  "channels.setVerified": signedIn("not_allowed", ({ channelId }) => ({ conversationId: channelId, isVerified: true })),
  "channels.subscribers": members("admin", ({ channelId }) => ({ conversationId: channelId })),
  "messages.view": members("member", ({ channelId }) => ({ conversationId: channelId, seqs: [1] })),

  "messages.send": members("member", (world) => ({ ...here(world), messageId: newId(), text: "Udon?" })),
  "messages.removeLink": members("member", (world) => ({ ...here(world), messageId: world.myMessageId })),
  "messages.edit": members("member", (world) => ({ ...here(world), messageId: world.myMessageId, text: "Udon?" })),
  "messages.delete": members("moderator", (world) => ({ ...here(world), messageId: world.bobsMessageId })),
  "messages.react": members("member", (world) => ({
    ...here(world),
    messageId: world.bobsMessageId,
    emoji: "👍",
    isOn: true,
  })),
  "messages.pin": members("moderator", (world) => ({ ...here(world), messageId: world.bobsMessageId, isPinned: true })),
  "messages.vote": members("member", (world) => ({ ...here(world), messageId: world.bobsPollId, choices: [[0]] })),
  // One's own poll anyone may close.
  "messages.closePoll": members("moderator", (world) => ({ ...here(world), messageId: world.bobsPollId })),
  "messages.votes": members("member", (world) => ({ ...here(world), messageId: world.bobsPollId })),
  "messages.before": members("member", at),
  "messages.after": members("member", at),
  "messages.around": members("member", at),
  "messages.reached": members("member", (world) => ({ ...here(world), messageId: world.bobsMessageId })),
  "messages.versions": members("member", (world) => ({ ...here(world), messageId: world.bobsMessageId })),

  "files.ticket": signedIn("ok"),
  "files.storage": signedIn("ok"),
  // What is not one's own is passed over.
  "files.remove": signedIn("ok", ({ bobsFileId }) => ({ fileIds: [bobsFileId] })),
  "files.list": signedIn("ok", (world) => ({ ...here(world), kind: "files" })),

  "gifs.search": signedIn("ok"),
  // Bob does not share it.
  "stickers.find": signedIn("not_found", (world) => ({ packId: world.bobsPackId })),
  "stickers.show": members("member", (world) => ({ messageId: world.bobsMessageId, fileId: world.bobsFileId })),

  // What is not one's own is not found, and so nothing is learnt from the answer.
  "search.messages": signedIn("ok", (world) => ({ ...here(world), query: "ramen" })),

  "sync.start": signedIn("ok", () => ({ cursor: null })),
  "sync.pull": members("member", (world) => ({ ...here(world), cursor: 0, holding: [] })),
  // What is not one's own is passed over, and so nothing is learnt from the answer.
  "sync.mark": signedIn("ok", (world) => ({ marks: [{ ...here(world), readSeq: 1 }] })),
  "sync.setOwn": signedIn("ok", () => ({ kind: "preference", key: "theme", value: "dark" })),
  "realtime.ticket": members("member", (world) => ({ scope: `c:${world.conversationId}` })),
  "realtime.presence": signedIn("ok", (world) => ({ userIds: [world.bob] })),
};

let app: App;
beforeAll(async () => {
  app = await startApp({ rooms: { url: "http://127.0.0.1:9", secret: "x".repeat(32) } });
});
afterAll(() => app.close());

// Who was refused has changed nothing: their world serves once more.
const untouched = new Map<Actor, World>();

test("every procedure has its row", () => {
  expect(Object.keys(rows).sort()).toEqual(procedures.map((it) => it.name).sort());
});

test.each(procedures)("$name: who may and who may not", async (procedure) => {
  const row = rows[procedure.name];
  if (!row) throw new Error(`${procedure.name} has no row.`);

  const outcomes: Partial<Record<Actor, Outcome>> = {};
  for (const actor of actors) {
    const world = untouched.get(actor) ?? (await makeWorld(app, actor));
    const { refusal } = await ask(app.url, procedure, row.input(world), world.cookie);
    outcomes[actor] = refusal ? (refusal.code as ErrorCode) : "ok";
    if (refusal) untouched.set(actor, world);
    else untouched.delete(actor);
  }

  expect(outcomes).toEqual(row.expected);
});

test.each(actors.filter((it) => !unsigned[it]))(
  "a search finds nothing for %s but what they may read",
  async (actor) => {
    const world = await makeWorld(app, actor);
    const memberships = app.db.selectFrom("members").select("conversation_id").where("user_id", "=", world.me);
    const mine = (await memberships.where("left_at", "is", null).execute()).map((row) => row.conversation_id);
    for (const query of ["ramen", "-ramen", "ra*", "from:me OR ramen", "after:2000-01-01", "has:link OR -udon"]) {
      for (const place of [{}, here(world)]) {
        const { messages } = await app.as({ id: world.me }).search.messages.query({ query, ...place });
        if (actor === "outsider" || actor === "removed")
          expect(messages.map((it) => it.conversationId)).not.toContain(world.conversationId);
        for (const it of messages) expect(mine, query).toContain(it.conversationId);
      }
    }
  },
);

test("a picture opens to members, and of a public channel to whoever is not banned", async () => {
  const seen: Partial<Record<Actor, [number, number]>> = {};
  for (const actor of actors) {
    const world = await makeWorld(app, actor);
    const ask = (id: FileId) => fetch(`${app.url}/files/avatars/${id}`, { headers: { cookie: world.cookie } });
    const [group, channel] = [await wear(world.bob, world.conversationId), await wear(world.bob, world.channelId)];
    seen[actor] = [(await ask(group)).status, (await ask(channel)).status];
  }
  const all = [200, 200];
  expect(seen).toEqual({
    ...{ nobody: [401, 401], suspended: [403, 403], banned: [404, 404] },
    ...{ outsider: [404, 200], requested: [404, 200], removed: [404, 200] },
    ...{ member: all, moderator: all, admin: all, owner: all },
  });
});

async function wear(owner: UserId, conversationId: ConversationId): Promise<FileId> {
  const pixel = await sharp({ create: { width: 9, height: 9, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const answer = await fetch(`${app.url}/files/avatars`, {
    method: "POST",
    headers: { cookie: await app.sessionCookieOf({ id: owner }), origin: app.url },
    body: new Uint8Array(pixel),
  });
  const { fileId } = (await answer.json()) as { fileId: FileId };
  await app.db.updateTable("conversations").set({ avatar_id: fileId }).where("id", "=", conversationId).execute();
  return fileId;
}

test("what is refused changes nothing: not a message, not a member, not a title", async () => {
  const world = await makeWorld(app, "outsider");
  const state = async () => ({
    conversation: await app.db.selectFrom("conversations").selectAll().where("id", "=", world.conversationId).execute(),
    members: await app.db
      .selectFrom("members")
      .selectAll()
      .where("conversation_id", "=", world.conversationId)
      .orderBy("user_id")
      .execute(),
    messages: await app.db
      .selectFrom("messages")
      .selectAll()
      .where("conversation_id", "=", world.conversationId)
      .orderBy("seq")
      .execute(),
    reactions: await app.db.selectFrom("reactions").selectAll().execute(),
    pins: await app.db.selectFrom("pins").selectAll().execute(),
    polls: await app.db.selectFrom("polls").selectAll().execute(),
    votes: await app.db.selectFrom("votes").selectAll().execute(),
  });
  const before = await state();

  for (const procedure of procedures) {
    const row = rows[procedure.name];
    if (row?.expected.outsider === "not_found") await ask(app.url, procedure, row.input(world), world.cookie);
  }

  expect(await state()).toEqual(before);
});

function forAll(outcomeOf: (actor: Actor) => Outcome): Record<Actor, Outcome> {
  return Object.fromEntries(actors.map((actor) => [actor, outcomeOf(actor)])) as Record<Actor, Outcome>;
}
