import { type Accessor, createEffect, createMemo, onCleanup } from "solid-js";
import { countsAs } from "../organising/is-unread.ts";
import { createConversations } from "../sync/index.ts";

/** How many messages wait to be read, over all chats that are to be heard of. */
export function createUnreadCount(): Accessor<number> {
  const conversations = createConversations();
  return createMemo(() => conversations().reduce((sum, conversation) => sum + countsAs(conversation), 0));
}

/** The unread count on the app's icon, where the system shows one. */
export function createAppBadge(): void {
  const unread = createUnreadCount();
  createEffect(() => {
    if ("setAppBadge" in navigator) navigator.setAppBadge(unread()).catch(() => {});
  });
  onCleanup(() => {
    if ("clearAppBadge" in navigator) navigator.clearAppBadge().catch(() => {});
  });
}
