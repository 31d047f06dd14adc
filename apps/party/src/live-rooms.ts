import type { Scope } from "@parley/schema";

/**
 * The rooms of this process that have connections. Where one process is the whole runtime (`npm start`), publishing
 * to a room that nobody is in need not wake it: 256 members of whom three are online cost three rooms.
 * Rooms may not touch each other's sockets, so this holds names and numbers, nothing that does I/O.
 */
const live = new Set<Scope>();
const missed = new Map<Scope, number>();
const missedMost = 50_000;

export const liveRooms = {
  list: (): Scope[] => [...live],
  has: (scope: Scope): boolean => live.has(scope),
  opened: (scope: Scope): void => void live.add(scope),
  closed: (scope: Scope): void => void live.delete(scope),
  /** Remembers the rev of a publication that no room was there to hear, for whoever comes in with an older ticket. */
  skipped(scope: Scope, rev: number): void {
    const newest = Math.max(rev, missed.get(scope) ?? 0);
    missed.delete(scope);
    missed.set(scope, newest);
    if (missed.size > missedMost) missed.delete(missed.keys().next().value as Scope);
  },
  revSkipped: (scope: Scope): number => missed.get(scope) ?? 0,
};
