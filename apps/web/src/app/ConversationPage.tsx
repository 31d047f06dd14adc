import type { ConversationId, MessageId } from "@parley/schema";
import { A, useNavigate, useParams } from "@solidjs/router";
import { lazy, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import { Conversation } from "../conversations/Conversation.tsx";
import { useI18n } from "../i18n/index.ts";
import { createConversation } from "../sync/index.ts";
import { createTitle } from "./create-title.ts";
import "./panes.css";

const ConversationDetails = lazy(() =>
  import("../conversations/ConversationDetails.tsx").then((module) => ({ default: module.ConversationDetails })),
);

const ConversationSettings = lazy(() =>
  import("../conversations/ConversationSettings.tsx").then((module) => ({ default: module.ConversationSettings })),
);

const ThreadPane = lazy(() =>
  import("../conversations/ThreadPane.tsx").then((module) => ({ default: module.ThreadPane })),
);

/** A chat, and beside, over or instead of it its details, as the width allows. */
export function ConversationPage() {
  const { t } = useI18n();
  const params = useParams();
  const navigate = useNavigate();
  const id = () => params["conversationId"] as ConversationId;
  const threadId = () => params["threadId"] as MessageId | undefined;
  const hasSide = () => params["pane"] !== undefined || threadId() !== undefined;
  const conversation = createConversation(id);
  createTitle(() => {
    const shown = conversation();
    return shown?.kind === "saved" ? t("app.saved") : (shown?.title ?? t("app.chats"));
  });

  const closeSide = (event: KeyboardEvent) => {
    if (
      event.key === "Escape" &&
      hasSide() &&
      !event.defaultPrevented &&
      !document.querySelector("dialog[open], :popover-open")
    )
      navigate(`/c/${id()}`);
  };
  document.addEventListener("keydown", closeSide);
  onCleanup(() => document.removeEventListener("keydown", closeSide));

  return (
    <div class="panes" data-side={threadId() ? "thread" : hasSide() ? "" : undefined}>
      <Conversation id={id()} />
      <Show when={hasSide()}>
        <A class="panes__scrim" href={`/c/${id()}`} aria-label={t("app.close")} tabindex="-1" />
        <aside class="aside" aria-label={threadId() ? t("threads.title") : undefined}>
          <Suspense>
            <Switch fallback={<ConversationDetails id={id()} />}>
              <Match when={threadId()}>{(thread) => <ThreadPane id={id()} threadId={thread()} />}</Match>
              <Match when={params["pane"] === "settings"}>
                <ConversationSettings id={id()} />
              </Match>
            </Switch>
          </Suspense>
        </aside>
      </Show>
    </div>
  );
}
