import type { CustomEmoji } from "@parley/schema";
import { ownValues } from "./own-value.ts";

type ByName = ReadonlyMap<string, CustomEmoji>;

/** Parley's own emoji by every name that shows them; what one is called goes before what another was called. */
export function emojiByName(known: Parameters<typeof ownValues>[1]): ByName {
  const all = [...ownValues("emoji", known).values()] as CustomEmoji[];
  const named = (names: (it: CustomEmoji) => string[]) =>
    all.flatMap((it) => names(it).map((name) => [name, it] as const));
  return new Map([...named((it) => it.formerNames ?? []), ...named((it) => [it.name])]);
}

/** Whether every text would look the same. */
export const areSameEmoji = (one: ByName, other: ByName): boolean =>
  one.size === other.size && [...one].every(([name, it]) => other.get(name)?.fileId === it.fileId);
