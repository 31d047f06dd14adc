import type { ConversationId } from "@parley/schema";
import { Show } from "solid-js";
import { endMarkAsUnread } from "../organising/end-mark-as-unread.ts";
import { openConversation } from "../sync/index.ts";
import { OpenConversation } from "./OpenConversation.tsx";

/** The conversation with this id: each has its own timeline, composer and place in the history. */
export function Conversation(props: { id: ConversationId }) {
  openConversation(() => props.id);
  endMarkAsUnread(() => props.id);
  return (
    <Show when={props.id} keyed>
      {(id) => <OpenConversation id={id} />}
    </Show>
  );
}
