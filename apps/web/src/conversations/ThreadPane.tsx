import type { ConversationId, MessageId } from "@parley/schema";
import { EmptyState, Icon, IconButton, Spinner } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createThread, useSync } from "../sync/index.ts";
import { createView } from "./create-view.ts";
import { ThreadMessages } from "./ThreadMessages.tsx";
import "./conversation.css";
import "./thread.css";

/** What was answered, the answers, and where to write another. */
export function ThreadPane(props: { id: ConversationId; threadId: MessageId }) {
  return (
    <Show when={props.threadId} keyed>
      {(threadId) => <OpenThread id={props.id} threadId={threadId} />}
    </Show>
  );
}

function OpenThread(props: { id: ConversationId; threadId: MessageId }) {
  const { t } = useI18n();
  const sync = useSync();
  const view = createView(() => props.id);
  const thread = createThread(
    () => props.id,
    untrack(() => props.threadId),
  );
  const mayStillCome = () => sync.status().state === "connecting" || sync.status().state === "syncing";

  return (
    <div class="thread">
      <header class="aside__head">
        <A class="iconbtn iconbtn--md only-phone" href={`/c/${props.id}`} aria-label={t("app.back")}>
          <Icon name="chevron-start" size="lg" flips />
        </A>
        <h2>{t("threads.title")}</h2>
        <IconButton
          icon={thread.follows() ? "bell" : "bell-off"}
          label={thread.follows() ? t("threads.unfollow") : t("threads.follow")}
          aria-pressed={thread.follows()}
          onClick={() => thread.follow(!thread.follows())}
        />
        <A class="iconbtn iconbtn--md not-phone" href={`/c/${props.id}`} aria-label={t("threads.close")}>
          <Icon name="x" />
        </A>
      </header>
      <Show
        when={view()}
        fallback={
          <Show when={mayStillCome()}>
            <Spinner label={t("app.loading")} />
          </Show>
        }
      >
        {(shown) => (
          <>
            <Show when={!thread.root() && !mayStillCome()}>
              <EmptyState icon="thread" title={t("threads.missing")} text={t("threads.missingText")} />
            </Show>
            <ThreadMessages view={shown()} threadId={props.threadId} thread={thread} />
          </>
        )}
      </Show>
    </div>
  );
}
