import { dayOf } from "../messages/days.ts";
import type { ConversationEntry } from "../sync/index.ts";

export const sectionNames = ["pinned", "today", "earlier", "archived"] as const;
export type SectionName = (typeof sectionNames)[number];
type Listed = Pick<ConversationEntry, "pin" | "lastAt" | "isArchived">;

/** The list under its headings, by the server's day. What is archived stands apart where both are shown. */
export function sectionsOf<Entry extends Listed>(
  entries: readonly Entry[],
  now: number,
  isArchive: boolean,
): Record<SectionName, Entry[]> {
  const sections: Record<SectionName, Entry[]> = { pinned: [], today: [], earlier: [], archived: [] };
  const today = dayOf(now);
  const isToday = (at: string) => dayOf(at) === today || Date.parse(at) > now;
  for (const entry of entries) {
    const name =
      entry.isArchived && !isArchive
        ? "archived"
        : entry.pin !== null
          ? "pinned"
          : isToday(entry.lastAt)
            ? "today"
            : "earlier";
    sections[name].push(entry);
  }
  return sections;
}
