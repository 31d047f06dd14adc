import { expect, test } from "vitest";
import { directConversationId, newId, type UserId } from "./ids.ts";
import { cast } from "./testing.ts";

test("an id made later sorts later", () => {
  const ids = [1, 2, 1_700_000_000_000, 1_800_000_000_000].map((now) => newId(now));
  expect([...ids].sort()).toEqual(ids);
  expect(ids[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("Alice and Bob find the same direct conversation, each on their own device", async () => {
  const fromAlice = await directConversationId(cast.alice.id, cast.bob.id);
  expect(await directConversationId(cast.bob.id, cast.alice.id)).toBe(fromAlice);
  expect(fromAlice).toBe("6ae219f2-3408-8da3-b69e-27c5e96e44a5");
  expect(await directConversationId(cast.alice.id, cast.carol.id)).not.toBe(fromAlice);
});

test("saved messages are a conversation with oneself", async () => {
  const saved = await directConversationId(cast.alice.id, cast.alice.id);
  expect(saved).not.toBe(await directConversationId("018f0000-0000-7000-8000-00000000ffff" as UserId, cast.alice.id));
});
