import type { ConversationId, MessageId, UserRow } from "@parley/schema";
import type { Stored } from "../outbox/command.ts";

type Known = { own: ReadonlyMap<string, UserRow>; outbox: Stored[] };

/** The user's own row of a kind and key, with what waits in the outbox. */
export function ownValue(kind: UserRow["kind"], key: string, known: Known): unknown {
  const waiting = known.outbox.findLast((it) => it.type === "setOwn" && it.input.kind === kind && it.input.key === key);
  return waiting?.type === "setOwn" ? waiting.input.value : (known.own.get(`${kind}:${key}`)?.value ?? null);
}

/** The messages of a conversation that the user has deleted for themselves. */
export function hiddenIn(id: ConversationId, known: Known): ReadonlySet<MessageId> {
  const prefix = `${id}:`;
  const hidden = [...ownValues("hidden", known).keys()].filter((key) => key.startsWith(prefix));
  return new Set(hidden.map((key) => key.slice(prefix.length) as MessageId));
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
