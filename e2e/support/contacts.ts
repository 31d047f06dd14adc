import { expect } from "vitest";
import type { Person } from "./person.ts";

/** Makes somebody this person's contact, as another device of theirs would. */
export async function keepAsContact(person: Person, other: Person): Promise<void> {
  const { request } = person.context;
  const found = await request.get(`${person.url}/trpc/people.find`, {
    params: { input: JSON.stringify({ username: other.username }) },
  });
  const { id } = ((await found.json()) as { result: { data: { id: string } } }).result.data;
  const kept = await request.post(`${person.url}/trpc/sync.setOwn`, {
    headers: { origin: person.url },
    data: { kind: "contact", key: id, value: {} },
  });
  expect(kept.status()).toBe(200);
}
