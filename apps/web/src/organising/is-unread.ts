import type { ConversationEntry } from "../sync/index.ts";

/** Something new is in it, or the user marked it so. */
export function isUnread(entry: Pick<ConversationEntry, "unread" | "isMarkedUnread">): boolean {
  return entry.unread > 0 || entry.isMarkedUnread;
}

/** How much of it belongs in a total: nothing of what is quiet, put away or left. */
export function countsAs(
  entry: Pick<ConversationEntry, "unread" | "isMarkedUnread" | "level" | "isArchived" | "isLeft">,
): number {
  if (entry.isLeft || entry.isArchived || entry.level !== "all") return 0;
  return entry.unread || (entry.isMarkedUnread ? 1 : 0);
}
