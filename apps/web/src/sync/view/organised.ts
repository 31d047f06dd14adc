import {
  type ConversationId,
  isArchived,
  isMuted,
  levelNow,
  type Organising,
  organisingFields,
  organisingKey,
  type Time,
  type UserRow,
} from "@parley/schema";
import type { Stored } from "../outbox/command.ts";
import type { Organised } from "../types.ts";
import { ownValue } from "./own-value.ts";

type Known = { own: ReadonlyMap<string, UserRow>; outbox: Stored[]; now: number };

/** How the user keeps a conversation in order, with what waits in the outbox done. */
export function organisedOf(
  id: ConversationId,
  it: { lastSeq: number; lastAt: Time; readSeq: number },
  known: Known,
): Organised {
  const values = organisingFields.map(
    (field) => [field, ownValue("organising", organisingKey(id, field), known)] as const,
  );
  const organising = Object.fromEntries(values.filter(([, value]) => value !== null)) as Organising;
  return {
    organising,
    isMuted: isMuted(organising, known.now),
    level: levelNow(organising, known.now),
    pin: organising.pin ?? null,
    isArchived: isArchived(organising, it, known.now),
    isMarkedUnread: organising.unread !== undefined && it.readSeq <= organising.unread,
  };
}

/** Pinned ones as they were put, then the others, newest first. */
export function inListOrder<Entry extends { id: string; pin: number | null; lastAt: Time }>(
  a: Entry,
  b: Entry,
): number {
  if (a.pin === null && b.pin === null) return b.lastAt.localeCompare(a.lastAt);
  if (a.pin === null) return 1;
  if (b.pin === null) return -1;
  return a.pin - b.pin || a.id.localeCompare(b.id);
}
