import { Icon } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { createPerson, createTyping, type TimelineMessage, useSync } from "../sync/index.ts";
import type { MessageActions } from "./message-actions.ts";
import "./thread-foot.css";

/** Below a message that was answered in a thread: who did, how often and when last; below such an answer, the way there. */
export function ThreadFoot(props: { message: TimelineMessage; actions: MessageActions; isEntered: boolean }) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  const thread = () => (props.message.thread?.replyCount ? props.message.thread : undefined);
  const open = () => props.actions.openThread(props.message);
  return (
    <>
      <Show when={thread()}>
        {(of) => {
          const typing = createTyping(
            () => props.message.conversationId,
            () => props.message.id,
          );
          return (
            <button type="button" class="threadfoot" tabindex={props.isEntered ? 0 : -1} onClick={open}>
              <span class="threadfoot__faces" aria-hidden="true">
                <For each={of().replierIds.slice(0, 3)}>
                  {(id) => {
                    const person = createPerson(() => id);
                    return <PersonAvatar id={id} person={person()} size={20} />;
                  }}
                </For>
              </span>
              <b>{t("threads.replies", { count: of().replyCount })}</b>
              <Show
                when={typing().length > 0}
                fallback={<time datetime={of().lastReplyAt}>{formatRelative(of().lastReplyAt, sync.serverNow())}</time>}
              >
                <span class="threadfoot__typing">{t("conversations.typing")}</span>
              </Show>
            </button>
          );
        }}
      </Show>
      <Show when={props.message.threadId}>
        <button type="button" class="threadfoot" tabindex={props.isEntered ? 0 : -1} onClick={open}>
          <Icon name="thread" size="xs" />
          <span>{t("threads.fromThread")}</span>
        </button>
      </Show>
    </>
  );
}
