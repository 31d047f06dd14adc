import type { ConversationId, UserId } from "@parley/schema";
import { Chip, Icon, SearchInput } from "@parley/ui";
import { A, useLocation } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { dayOf } from "../messages/days.ts";
import { createConversations, createPresence, useSync } from "../sync/index.ts";
import { ConversationRow } from "./ConversationRow.tsx";
import { createMinute } from "./create-minute.ts";
import { filterConversations, type ListFilter, listFilters } from "./filter-conversations.ts";
import { ListEmpty } from "./ListEmpty.tsx";
import { moveInList } from "./move-in-list.ts";

/** Every conversation of the user, newest first, as this device knows it. */
export function ConversationList() {
  const { t } = useI18n();
  const sync = useSync();
  const location = useLocation();
  const conversations = createConversations();
  const now = createMinute();
  const [filter, setFilter] = createSignal<ListFilter>("all");
  const [query, setQuery] = createSignal("");

  const me = () => sessionUser(sync.session());
  const openId = () => location.pathname.match(/^\/c\/([^/]+)/)?.[1];
  const unread = () => conversations().filter((entry) => entry.unread > 0).length;
  const shown = createMemo(() => filterConversations(conversations(), filter(), query(), t("app.saved")));
  const byId = createMemo(() => new Map(conversations().map((entry) => [entry.id, entry])));
  const presence = createPresence(() =>
    shown().flatMap((entry) => (entry.kind === "direct" && entry.otherId ? [entry.otherId] : [])),
  );

  const parts = createMemo(() => {
    const today = dayOf(now());
    const isToday = (at: string) => dayOf(at) === today || at > new Date(now()).toISOString();
    return {
      today: shown()
        .filter((entry) => isToday(entry.lastAt))
        .map((entry) => entry.id),
      earlier: shown()
        .filter((entry) => !isToday(entry.lastAt))
        .map((entry) => entry.id),
    };
  });
  const tabStop = () => (shown().some((entry) => entry.id === openId()) ? openId() : shown()[0]?.id);

  const Rows = (props: { ids: ConversationId[] }) => (
    <ul class="rows">
      <For each={props.ids}>
        {(id) => (
          <Show when={byId().get(id)}>
            {(entry) => (
              <li>
                <ConversationRow
                  entry={entry()}
                  me={me()}
                  isOpen={openId() === id}
                  now={now()}
                  presence={entry().otherId ? presence().get(entry().otherId as UserId) : undefined}
                  isTabStop={tabStop() === id}
                />
              </li>
            )}
          </Show>
        )}
      </For>
    </ul>
  );

  return (
    <>
      <header class="list__head">
        <h1 class="list__title truncate">{t("app.chats")}</h1>
        <A class="iconbtn iconbtn--md" href="/new" aria-label={t("conversations.new")}>
          <Icon name="compose" />
        </A>
      </header>
      <div class="list__tools">
        <SearchInput
          label={t("conversations.search")}
          placeholder={t("conversations.search")}
          value={query()}
          onInput={setQuery}
          onKeyDown={(event) => clearOnEscape(event, setQuery)}
        />
        <div class="list__chips" role="group" aria-label={t("conversations.filter")}>
          <For each={listFilters}>
            {(name) => (
              <Chip
                isPressed={filter() === name}
                count={name === "unread" ? unread() : undefined}
                onClick={() => setFilter(name)}
              >
                {t(`conversations.filter.${name}`)}
              </Chip>
            )}
          </For>
        </div>
      </div>
      <nav class="list__body scroll" aria-label={t("conversations.listLabel")} onKeyDown={moveInList}>
        <Show
          when={shown().length > 0}
          fallback={<ListEmpty isFirstUse={conversations().length === 0} filter={filter()} query={query()} />}
        >
          <Show when={parts().today.length > 0}>
            <h2 class="list__label">{t("app.today")}</h2>
            <Rows ids={parts().today} />
          </Show>
          <Show when={parts().earlier.length > 0}>
            <h2 class="list__label">{t("conversations.earlier")}</h2>
            <Rows ids={parts().earlier} />
          </Show>
        </Show>
      </nav>
    </>
  );
}

function clearOnEscape(event: KeyboardEvent, setQuery: (query: string) => void) {
  if (event.key !== "Escape") return;
  event.preventDefault();
  setQuery("");
}

function sessionUser(session: ReturnType<ReturnType<typeof useSync>["session"]>): UserId {
  return (typeof session === "object" ? session.userId : "") as UserId;
}
