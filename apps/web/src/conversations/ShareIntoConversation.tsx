import type { ConversationId } from "@parley/schema";
import { EmptyState, SearchInput } from "@parley/ui";
import { useNavigate, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversations, type Draft, useSync } from "../sync/index.ts";
import { ConversationAvatar } from "./ConversationAvatar.tsx";
import { filterConversations } from "./filter-conversations.ts";
import { PageHead } from "./PageHead.tsx";
import { sharedText } from "./shared-text.ts";
import "./conversation.css";
import "./new-conversation.css";

/** What another app shared becomes a draft in the conversation one picks. Nothing is sent yet. */
export function ShareIntoConversation() {
  const { t } = useI18n();
  const sync = useSync();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ title?: string; text?: string; url?: string; files?: string }>();
  const conversations = createConversations();
  const [query, setQuery] = createSignal("");
  createTitle(() => t("conversations.share"));

  const text = createMemo(() => sharedText(search));
  const shown = createMemo(() =>
    filterConversations(conversations(), "all", query(), t("app.saved")).filter((entry) => !entry.isLeft),
  );
  const share = async (id: ConversationId, earlier: Draft | null) => {
    const words = [earlier?.text.trim(), text()].filter(Boolean).join("\n");
    if (text()) await sync.do.setDraft(id, { ...earlier, text: words });
    navigate(`/c/${id}`, { replace: true, state: { hasShared: true } });
  };

  return (
    <div class="newpage">
      <PageHead title={t("conversations.share")} backTo="/" isBackAlways />
      <div class="newpage__body scroll">
        <Show
          when={text() || search.files}
          fallback={<EmptyState icon="upload" title={t("conversations.shareNothing")} />}
        >
          <p class="newpage__quote" dir="auto">
            {text() || t("choosing.shared", { count: Number(search.files) })}
          </p>
          <SearchInput
            label={t("conversations.search")}
            placeholder={t("conversations.search")}
            value={query()}
            onInput={setQuery}
          />
          <ul class="plain">
            <For each={shown()}>
              {(entry) => (
                <li>
                  <button type="button" class="person" onClick={() => void share(entry.id, entry.draft)}>
                    <ConversationAvatar of={entry} size={32} />
                    <span class="person__t">
                      <b class="truncate" dir="auto">
                        {entry.kind === "saved" ? t("app.saved") : entry.title}
                      </b>
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </div>
  );
}
