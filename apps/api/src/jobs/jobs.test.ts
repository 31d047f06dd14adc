import { directConversationId, type FileId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type App, startApp } from "../testing/index.ts";
import { sweepSignIns } from "./sweep-sign-ins.ts";

const { alice, bob } = cast;
const now = () => new Date();
let app: App;
beforeAll(async () => {
  app = await startApp({ jobs: undefined });
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("the health page says that jobs are running", async () => {
  await vi.waitFor(
    async () => {
      const answer = await fetch(`${app.url}/health`);
      expect(await answer.json()).toMatchObject({ jobs: "running" });
    },
    { timeout: 20_000, interval: 200 },
  );
});

test("[S12] [F25] a message that has expired is left out of every read, and then erased", async () => {
  const lunch = await directConversationId(alice.id, bob.id);
  const messageId = newId<MessageId>();
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, text: "Burn this", to: bob.id });
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId, text: "Burn this now" });
  await app.db
    .updateTable("messages")
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where("id", "=", messageId)
    .execute();

  const pulled = await app.as(bob).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] });
  const page = await app.as(bob).messages.before.query({ conversationId: lunch, seq: 9 });
  const { heads } = await app.as(bob).sync.start.query({ cursor: null });
  expect(pulled.changes.rows.messages).toEqual([]);
  expect(pulled.covers).toEqual({ from: 1, to: 1 });
  expect(page.messages).toEqual([]);
  expect(heads[0]?.preview).toBeNull();
  await expect(app.as(bob).messages.versions.query({ conversationId: lunch, messageId })).rejects.toMatchObject({
    data: { app: { code: "not_found" } },
  });

  await app.runJob("erase-expired");
  expect(await app.db.selectFrom("messages").select("text").where("id", "=", messageId).executeTakeFirst()).toEqual({
    text: "",
  });
  expect(await app.db.selectFrom("message_versions").selectAll().execute()).toEqual([]);
});

test("expired sessions, challenges and codes are swept away, living ones stay", async () => {
  const past = new Date(Date.now() - 1_000);
  await app.db
    .insertInto("challenges")
    .values({ id: newId<string>(), purpose: "sign_in", challenge: "x", details: "{}", expires_at: past })
    .execute();
  await app.db
    .insertInto("sessions")
    .values({
      id: newId(),
      user_id: bob.id,
      token_hash: Buffer.from("old"),
      device: "Old",
      place: "",
      expires_at: past,
    })
    .execute();

  await sweepSignIns({ db: app.db, now });

  expect(await app.db.selectFrom("challenges").selectAll().execute()).toEqual([]);
  expect((await app.db.selectFrom("sessions").select("device").execute()).map((row) => row.device)).not.toContain(
    "Old",
  );
  expect(await app.as(bob).sync.start.query({ cursor: null })).toMatchObject({ userId: bob.id });
});

test("a picture nobody uses is removed after a day, one in use stays", async () => {
  const [used, unused] = [newId<FileId>(), newId<FileId>()];
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  const row = { owner_id: alice.id, kind: "avatar" as const, mime: "image/webp", size: 1, created_at: yesterday };
  await app.db
    .insertInto("files")
    .values([
      { id: used, ...row },
      { id: unused, ...row },
    ])
    .execute();
  await app.db.updateTable("users").set({ avatar_id: used }).where("id", "=", alice.id).execute();

  await app.runJob("remove-stale-files");

  expect(await app.db.selectFrom("files").select("id").execute()).toEqual([{ id: used }]);
});
