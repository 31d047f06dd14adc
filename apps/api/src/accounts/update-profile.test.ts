import { startRooms } from "@parley/party/runtime";
import { directConversationId, type FileId, newId, userScope } from "@parley/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../testing/index.ts";
import { openRoomSocket } from "../testing/room-socket.ts";

const secret = "a secret that only the tests share";
type Someone = Awaited<ReturnType<App["addUser"]>>;

let app: App;
let rooms: Awaited<ReturnType<typeof startRooms>>;
let alice: Someone;
let bob: Someone;

beforeAll(async () => {
  rooms = await startRooms({ secret });
  app = await startApp({ rooms: { url: rooms.url, secret } });
  alice = await app.addUser("Alice");
  bob = await app.addUser("Bob");
});
afterAll(async () => {
  await app.close();
  await rooms.close();
});

test("Alice changes how she is seen; Bob, who writes with her, sees it at once and at his next start", async () => {
  const conversationId = await directConversationId(alice.id, bob.id);
  await app.as(alice).messages.send.mutate({ conversationId, messageId: newId(), text: "Hello", to: bob.id });
  const { cursor } = await app.as(bob).sync.start.query({ cursor: null });
  const socket = await openRoomSocket(app.url, app.as(bob), userScope(bob.id));

  const person = await app
    .as(alice)
    .accounts.updateProfile.mutate({ displayName: "Alice  Ng", bio: "Tide tables", username: "Alice.Ng" });

  expect(person).toEqual({
    id: alice.id,
    username: "alice.ng",
    displayName: "Alice Ng",
    avatarId: null,
    bio: "Tide tables",
    isDeleted: false,
  });
  expect((await socket.hears("people")).people).toEqual([person]);
  expect((await app.as(bob).sync.start.query({ cursor })).people).toContainEqual(person);
  expect((await app.as(alice).accounts.me.query()).person).toEqual(person);
  socket.leave();
});

test("a name that another has, or that looks like it, is refused, and one's own in another case is not", async () => {
  const rename = (username: string) => app.as(bob).accounts.updateProfile.mutate({ username });
  const carol = await app.addUser("Carol");
  await expect(rename("carol")).rejects.toMatchObject({
    data: { app: { code: "conflict", reason: "username_taken" } },
  });
  await expect(rename("car0l")).rejects.toMatchObject({ data: { app: { reason: "username_confusable" } } });
  await expect(rename("car ol")).rejects.toMatchObject({
    data: { app: { code: "bad_input", reason: "username_invalid" } },
  });
  expect((await rename("BOB")).username).toBe("bob");
  expect((await rename("b0b")).username).toBe("b0b");
  await rename("bob");
  expect(carol.username).toBe("carol");
});

test("two who take one name at once: one has it, the other hears that it is taken", async () => {
  const both = await Promise.allSettled(
    [alice, bob].map((it) => app.as(it).accounts.updateProfile.mutate({ username: "wanted" })),
  );
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((it) => it.status === "rejected")?.reason.data.app).toMatchObject({
    code: "conflict",
    reason: "username_taken",
  });
});

test("a picture must be one's own", async () => {
  const avatarId = newId<FileId>();
  await app.db
    .insertInto("files")
    .values({ id: avatarId, owner_id: bob.id, kind: "avatar", mime: "image/webp", size: 1 })
    .execute();
  await expect(app.as(alice).accounts.updateProfile.mutate({ avatarId })).rejects.toMatchObject({
    data: { app: { code: "not_found" } },
  });
  expect((await app.as(bob).accounts.updateProfile.mutate({ avatarId })).avatarId).toBe(avatarId);
  expect((await app.as(bob).accounts.updateProfile.mutate({ avatarId: null })).avatarId).toBeNull();
});
