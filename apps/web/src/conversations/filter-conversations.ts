import type { ConversationEntry } from "../sync/index.ts";

export const listFilters = ["all", "unread", "groups"] as const;
export type ListFilter = (typeof listFilters)[number];

type Filtered = Pick<ConversationEntry, "title" | "kind" | "unread">;

/** The conversations a filter and a few letters leave, in the order given. Accents and case do not matter. */
export function filterConversations<Entry extends Filtered>(
  entries: readonly Entry[],
  filter: ListFilter,
  query: string,
  savedTitle: string,
): Entry[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (filter === "unread" && entry.unread === 0) return false;
    if (filter === "groups" && entry.kind !== "group") return false;
    const title = folded(entry.kind === "saved" ? savedTitle : entry.title);
    return words.every((word) => title.includes(word));
  });
}

/** How letters are compared when people search: Đặng is found by "dang". */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}
