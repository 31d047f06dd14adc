import { type FileId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob, carol, dana } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

type User = { id: UserId };

async function upload(user: User): Promise<FileId> {
  const bytes = await sharp({ create: { width: 80, height: 80, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const headers = { cookie: await app.sessionCookieOf(user), origin: app.url };
  const answer = await fetch(`${app.url}/files/avatars`, { method: "POST", headers, body: new Uint8Array(bytes) });
  return ((await answer.json()) as { fileId: FileId }).fileId;
}
async function ask(user: User, id: FileId, more = "") {
  const cookie = await app.sessionCookieOf(user);
  const answer = await fetch(`${app.url}/files/avatars/${id}?size=64${more}`, { headers: { cookie } });
  const { requestId: _, ...body } = answer.ok ? { requestId: "" } : await refusalIn(answer);
  return { status: answer.status, cache: answer.headers.get("cache-control"), body };
}
const refusalIn = async (answer: Response) => (await answer.json()) as { requestId?: string };
const statusesFor = async (id: FileId, ...users: User[]) =>
  Promise.all(users.map(async (user) => (await ask(user, id)).status));

test("a picture that nobody wears yet is its owner's alone", async () => {
  const picture = await upload(alice);
  expect(await statusesFor(picture, alice, bob, carol)).toEqual([200, 404, 404]);
});

test("a person's picture opens to those their privacy lets see it, and the others get the answer for none", async () => {
  const picture = await upload(alice);
  await app.as(alice).accounts.updateProfile.mutate({ avatarId: picture });
  expect(await statusesFor(picture, alice, bob, carol)).toEqual([200, 200, 200]);

  const setPhoto = (value: unknown) => app.as(alice).sync.setOwn.mutate({ kind: "privacy", key: "photo", value });
  await app.as(alice).sync.setOwn.mutate({ kind: "contact", key: bob.id, value: {} });
  await setPhoto({ who: "contacts" });
  expect(await statusesFor(picture, alice, bob, carol)).toEqual([200, 200, 404]);
  await setPhoto({ who: "nobody", always: [carol.id] });
  expect(await statusesFor(picture, alice, bob, carol)).toEqual([200, 404, 200]);
  await setPhoto({ who: "everyone", never: [bob.id] });
  expect(await statusesFor(picture, alice, bob, carol)).toEqual([200, 404, 200]);

  expect(await ask(bob, picture)).toEqual(await ask(bob, newId<FileId>()));
  expect((await ask(bob, picture)).cache).toBe("no-store");
  expect((await ask(carol, picture)).cache).toBe("private, max-age=31536000, immutable");
  await setPhoto(null);
});

test("who is blocked sees no picture, and cannot tell it from there being none", async () => {
  const picture = await upload(alice);
  await app.as(alice).accounts.updateProfile.mutate({ avatarId: picture });
  const block = (value: true | null) => app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value });

  await block(true);
  expect(await ask(bob, picture)).toEqual(await ask(bob, newId<FileId>()));
  expect(await statusesFor(picture, alice, bob, carol)).toEqual([200, 404, 200]);
  await block(null);
  expect((await ask(bob, picture)).status).toBe(200);
});

test("a picture that was replaced is shown to nobody else any more", async () => {
  const [before, now] = [await upload(alice), await upload(alice)];
  await app.as(alice).accounts.updateProfile.mutate({ avatarId: before });
  await app.as(alice).accounts.updateProfile.mutate({ avatarId: now });
  expect(await statusesFor(before, alice, bob)).toEqual([200, 404]);
  expect(await statusesFor(now, alice, bob)).toEqual([200, 200]);
});

test("a group's picture is for its members, and for who holds a link to it", async () => {
  const picture = await upload(alice);
  const conversationId = await startGroup(app, alice, [bob, dana]);
  await app.as(alice).conversations.update.mutate({ conversationId, avatarId: picture });
  await app.as(alice).conversations.removeMember.mutate({ conversationId, userId: dana.id });
  expect(await statusesFor(picture, alice, bob, carol, dana)).toEqual([200, 200, 404, 404]);

  const inviteId = newId<never>();
  const { code } = await app.as(alice).conversations.createInvite.mutate({ conversationId, inviteId });
  expect((await ask(carol, picture, `&invite=${code}`)).status).toBe(200);
  expect((await ask(carol, picture, "&invite=none")).status).toBe(404);
  await app.as(alice).conversations.revokeInvite.mutate({ conversationId, inviteId });
  expect((await ask(carol, picture, `&invite=${code}`)).status).toBe(404);
});

test("a kept copy is not confirmed to who may no longer see it", async () => {
  const picture = await upload(alice);
  await app.as(alice).accounts.updateProfile.mutate({ avatarId: picture });
  const again = async (user: User) => {
    const headers = { cookie: await app.sessionCookieOf(user), "if-none-match": `"${picture}-256"` };
    return (await fetch(`${app.url}/files/avatars/${picture}`, { headers })).status;
  };
  expect(await again(bob)).toBe(304);
  await app.as(alice).sync.setOwn.mutate({ kind: "block", key: bob.id, value: true });
  expect(await again(bob)).toBe(404);
});
