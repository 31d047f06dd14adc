import { isInFolder } from "@parley/schema";
import { isUnread } from "../organising/is-unread.ts";
import type { ConversationEntry, Folder } from "../sync/index.ts";

export const listFilters = ["all", "unread", "groups"] as const;
export type BuiltInFilter = (typeof listFilters)[number];
export type ListFilter = BuiltInFilter | Folder;

type Filtered = Pick<ConversationEntry, "id" | "title" | "kind" | "unread" | "isMarkedUnread">;

/** The conversations a filter and a few letters leave, in the order given. Accents and case do not matter. */
export function filterConversations<Entry extends Filtered>(
  entries: readonly Entry[],
  filter: ListFilter,
  query: string,
  savedTitle: string,
): Entry[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (!passes(entry, filter)) return false;
    const title = folded(entry.kind === "saved" ? savedTitle : entry.title);
    return words.every((word) => title.includes(word));
  });
}

function passes(entry: Filtered, filter: ListFilter): boolean {
  if (filter === "all") return true;
  if (filter === "unread") return isUnread(entry);
  if (filter === "groups") return entry.kind === "group";
  return isInFolder(filter, { id: entry.id, kind: entry.kind, isUnread: isUnread(entry) });
}

/** How letters are compared when people search: Đặng is found by "dang". */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}
