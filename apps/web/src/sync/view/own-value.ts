import type { UserRow } from "@parley/schema";
import type { Stored } from "../outbox/command.ts";

type Known = { own: ReadonlyMap<string, UserRow>; outbox: Stored[] };

/** The user's own row of a kind and key, with what waits in the outbox. */
export function ownValue(kind: UserRow["kind"], key: string, known: Known): unknown {
  const waiting = known.outbox.findLast((it) => it.type === "setOwn" && it.input.kind === kind && it.input.key === key);
  return waiting?.type === "setOwn" ? waiting.input.value : (known.own.get(`${kind}:${key}`)?.value ?? null);
}

/** All of a kind that are there, by key. */
export function ownValues(kind: UserRow["kind"], known: Known): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const row of known.own.values()) if (row.kind === kind) values.set(row.key, row.value);
  for (const { type, input } of known.outbox)
    if (type === "setOwn" && input.kind === kind) values.set(input.key, input.value);
  for (const [key, value] of values) if (value === null) values.delete(key);
  return values;
}
