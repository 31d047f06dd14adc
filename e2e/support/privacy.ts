import { expect } from "vitest";
import type { Person } from "./person.ts";

/** Sets who may see or do something of this person's, as another device of theirs would. */
export async function setPrivacy(person: Person, key: string, value: unknown): Promise<void> {
  const set = await person.context.request.post(`${person.url}/trpc/sync.setOwn`, {
    headers: { origin: person.url },
    data: { kind: "privacy", key, value },
  });
  expect(set.status()).toBe(200);
}
