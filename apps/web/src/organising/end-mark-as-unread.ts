import type { ConversationId } from "@parley/schema";
import { type Accessor, createEffect, on } from "solid-js";
import { createConversation, useSync } from "../sync/index.ts";

/** A chat that was marked as unread no longer is once it is opened. One marked while it is open stays so. */
export function endMarkAsUnread(id: Accessor<ConversationId>): void {
  const sync = useSync();
  const conversation = createConversation(id);
  createEffect(
    on(
      () => conversation()?.id,
      (opened) => {
        if (opened && conversation()?.isMarkedUnread) void sync.do.organise(opened, "unread", null);
      },
    ),
  );
}
