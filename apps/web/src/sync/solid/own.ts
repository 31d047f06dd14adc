import type { UserRowKind } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { ownValues } from "../view/own-value.ts";
import { useWorld } from "./sync-context.ts";

/** The user's own rows of one kind as they will be: what waits in the outbox is already in them, removed ones are not. */
export function createOwn<Value>(kind: UserRowKind): Accessor<{ key: string; value: Value }[]> {
  const { world } = useWorld();
  return createMemo(() => {
    const it = world();
    if (!it) return [];
    it.ownChanges();
    return Array.from(ownValues(kind, { own: it.own, outbox: it.outbox() }), ([key, value]) => ({
      key,
      value: value as Value,
    }));
  });
}
