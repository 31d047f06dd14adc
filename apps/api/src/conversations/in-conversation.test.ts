import { directConversationId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll, say, startGroup, textsOf } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { inConversation } from "./in-conversation.ts";
import { createTurns } from "./turns.ts";

const { alice, bob } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("[C4] [F02] what is rolled back leaves no hole: the next one takes its seq and rev", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const told: unknown[] = [];
  const ctx = {
    db: app.db,
    userId: alice.id,
    publish: (it: unknown[]) => void told.push(...it),
    heads: { moved: () => {}, close: async () => {} },
    turns: createTurns(),
  };

  const failing = inConversation(ctx, conversationId, async (tx) => {
    await tx.happened({ type: "details" });
    throw new Error("The lights went out.");
  });
  await expect(failing).rejects.toThrow("The lights went out.");

  expect(told).toEqual([]);
  expect(await say(app, alice, conversationId, "Next")).toMatchObject({ seq: 2, rev: 2 });
  expect((await readAll(app, bob, conversationId)).map((it) => it.seq)).toEqual([1, 2]);
});

test("[C5] [F17] a removal that commits while that member's send waits for the lock is honoured", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  await app.sessionCookieOf(bob);

  let send: Promise<unknown> = Promise.resolve();
  await app.db.transaction().execute(async (db) => {
    await db.selectFrom("conversations").select("id").where("id", "=", conversationId).forUpdate().execute();
    send = expectRefusal(say(app, bob, conversationId, "Quick!"), "not_found");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await db
      .updateTable("members")
      .set({ left_at: new Date() })
      .where("conversation_id", "=", conversationId)
      .where("user_id", "=", bob.id)
      .execute();
  });

  await send;
  expect(textsOf(await readAll(app, alice, conversationId))).toEqual([]);
});

test("[S1] [F05] a send whose answer was lost is repeated much later, and is still the same message", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const message = { conversationId, messageId: newId<never>(), text: "Ramen?" };
  const first = await app.as(alice).messages.send.mutate(message);
  await say(app, bob, conversationId, "Yes");
  await app.as(alice).conversations.removeMember.mutate({ conversationId, userId: bob.id });

  expect(await app.as(alice).messages.send.mutate(message)).toEqual(first);
  expect(textsOf(await readAll(app, alice, conversationId))).toEqual(["Ramen?", "Yes"]);
});

test("[C2] one refused send does not take the others of its batch with it", async () => {
  const conversationId = await startGroup(app, alice, [bob]);
  const lunch = await directConversationId(alice.id, bob.id);
  const good = await say(app, alice, conversationId, "Good");
  const sends = [
    say(app, alice, conversationId, "One"),
    say(app, bob, newId(), "Nowhere"),
    app.as(bob).messages.send.mutate({ conversationId, messageId: good.messageId, text: "Taken" }),
    app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "New", to: bob.id }),
    say(app, bob, conversationId, "Two"),
  ];

  const outcomes = await Promise.allSettled(sends);

  expect(outcomes.map((it) => it.status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled", "fulfilled"]);
  expect((await readAll(app, bob, conversationId)).map((it) => it.seq)).toEqual([1, 2, 3, 4]);
});
