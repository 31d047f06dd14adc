import type { Scope } from "@parley/schema";
import { addStretch, type Stretches } from "./stretches.ts";

/**
 * What this process knows of its rooms without entering one. Where one process is the whole runtime (`npm start`),
 * publishing to a room that nobody is in need not wake it: 256 members of whom three are online cost three rooms.
 * A room may not touch another's sockets, so this holds names and numbers, nothing that does I/O.
 */
const live = new Set<Scope>();
const told = new Map<Scope, Stretches>();
const toldMost = 50_000;

export const liveRooms = {
  list: (): Scope[] => [...live],
  has: (scope: Scope): boolean => live.has(scope),
  opened: (scope: Scope): void => void live.add(scope),
  closed: (scope: Scope): void => void live.delete(scope),
  /** Which revs of a scope this process was told of, whether or not its room was awake. */
  stretchesOf(scope: Scope): Stretches {
    const stretches = told.get(scope) ?? [];
    told.delete(scope);
    told.set(scope, stretches);
    if (told.size > toldMost) forgetOldest();
    return stretches;
  },
  /** Notes a publication that no room was there to hear, for whoever is on the way in with an older ticket. */
  skipped: (scope: Scope, from: number, rev: number): void => void addStretch(liveRooms.stretchesOf(scope), from, rev),
};

function forgetOldest(): void {
  for (const scope of told.keys()) {
    if (live.has(scope)) continue;
    told.delete(scope);
    return;
  }
}
