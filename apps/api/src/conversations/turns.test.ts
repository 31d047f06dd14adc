import { type ConversationId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const [lunch, trip] = [newId<ConversationId>(), newId<ConversationId>()];

test("while a whole group waits for its turn, another conversation goes on; who fails holds nobody up", async () => {
  const turns = createTurns();
  const done: string[] = [];
  const { promise: door, resolve: open } = Promise.withResolvers<void>();
  const first = turns.take(lunch, async () => {
    await door;
    throw new Error("The lights went out.");
  });
  const second = turns.take(lunch, async () => void done.push("lunch"));
  await turns.take(trip, async () => void done.push("trip"));
  expect(done).toEqual(["trip"]);

  open();
  await expect(first).rejects.toThrow("The lights went out.");
  await second;
  expect(done).toEqual(["trip", "lunch"]);
});
