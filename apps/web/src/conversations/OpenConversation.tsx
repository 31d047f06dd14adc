import type { ConversationId } from "@parley/schema";
import { EmptyState, Spinner } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { ConversationHeader } from "./ConversationHeader.tsx";
import { ConversationMessages } from "./ConversationMessages.tsx";
import { createView } from "./create-view.ts";
import "./conversation.css";

export function OpenConversation(props: { id: ConversationId }) {
  const { t } = useI18n();
  const sync = useSync();
  const view = createView(() => props.id);
  /** What is searched for in here, while somebody does. */
  const [find, setFind] = createSignal<string>();
  const mayStillCome = () => sync.status().state === "connecting" || sync.status().state === "syncing";

  return (
    <Show
      when={view()}
      fallback={
        <div class="page page--centre">
          <Show when={!mayStillCome()} fallback={<Spinner label={t("app.loading")} />}>
            <EmptyState isPage icon="chats" title={t("conversations.missing")} text={t("conversations.missingText")} />
          </Show>
        </div>
      }
    >
      {(shown) => (
        <section class="conv" aria-label={shown().title}>
          <ConversationHeader
            view={shown()}
            isFinding={find() !== undefined}
            onFind={() => setFind(find() === undefined ? "" : undefined)}
          />
          <ConversationMessages view={shown()} find={find()} onFind={setFind} />
        </section>
      )}
    </Show>
  );
}
