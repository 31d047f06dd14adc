import { Badge, EmptyState } from "@parley/ui";
import { For, Show } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { createMessageLine } from "../messages/kinds/create-message-line.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { createConversation, createPerson, createThreads, type FollowedThread, useSync } from "../sync/index.ts";
import { PageHead } from "./PageHead.tsx";
import "./conversation.css";
import "./conversation-row.css";
import "./new-conversation.css";
import "./threads.css";

/** The threads one follows, those with something new first. */
export function ThreadsPage() {
  const { t } = useI18n();
  const threads = createThreads();
  createTitle(() => t("threads.place"));
  return (
    <div class="newpage">
      <PageHead title={t("threads.place")} backTo="/" />
      <div class="newpage__body scroll" tabindex="0" role="region" aria-label={t("threads.place")}>
        <Show
          when={threads().length > 0}
          fallback={<EmptyState icon="thread" title={t("threads.none")} text={t("threads.noneText")} />}
        >
          <ul class="plain threads">
            <For each={threads()}>
              {(thread) => (
                <li>
                  <ThreadRow thread={thread} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </div>
  );
}

function ThreadRow(props: { thread: FollowedThread }) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  const line = createMessageLine();
  const root = () => props.thread.root;
  const person = createPerson(() => root().senderId);
  const conversation = createConversation(() => root().conversationId);
  const title = () => (conversation()?.kind === "saved" ? t("app.saved") : (conversation()?.title ?? ""));
  return (
    <a
      class="row threads__row"
      classList={{ "row--unread": props.thread.unread > 0 }}
      href={`/c/${root().conversationId}/t/${root().id}`}
    >
      <PersonAvatar id={root().senderId} person={person()} />
      <span class="row__main">
        <span class="row__top">
          <span class="row__name" dir="auto">
            {person()?.displayName ?? ""}
          </span>
          <span class="row__time">
            <time datetime={props.thread.lastAt}>{formatRelative(props.thread.lastAt, sync.serverNow())}</time>
          </span>
        </span>
        <span class="threads__text" dir="auto">
          <EmojiText text={line(root())} />
        </span>
        <span class="row__bot">
          <span class="row__txt">
            {t("threads.replies", { count: root().thread?.replyCount ?? 0 })} · <bdi>{title()}</bdi>
          </span>
          <Show when={props.thread.unread > 0}>
            <span class="row__flags">
              <Badge
                count={props.thread.unread}
                tone="you"
                label={t("threads.unread", { count: props.thread.unread })}
              />
            </span>
          </Show>
        </span>
      </span>
    </a>
  );
}
