import type { FolderId } from "@parley/schema";
import { IconButton, SearchInput } from "@parley/ui";
import { useLocation } from "@solidjs/router";
import { createMemo, createSignal, For, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createOrganisingMenu } from "../organising/create-organising-menu.tsx";
import { createRowGestures } from "../organising/create-row-gestures.ts";
import { FolderTabs } from "../organising/FolderTabs.tsx";
import { isUnread } from "../organising/is-unread.ts";
import { createSearchText } from "../search/create-search-text.ts";
import { enterFound } from "../search/move-in-found.ts";
import {
  type ConversationEntry,
  createConversations,
  createFolders,
  createPresence,
  createRequests,
} from "../sync/index.ts";
import { createIsArchive } from "./create-list-place.ts";
import { createMinute } from "./create-minute.ts";
import { createMe } from "./create-view.ts";
import { type BuiltInFilter, filterConversations, type ListFilter, listFilters } from "./filter-conversations.ts";
import { keepRowFocus } from "./keep-row-focus.ts";
import { ListHead } from "./ListHead.tsx";
import { ListRows } from "./ListRows.tsx";
import { type SectionName, sectionNames, sectionsOf } from "./list-sections.ts";
import { moveInList } from "./move-in-list.ts";

const ArchivedRow = lazy(() =>
  import("../organising/ArchivedRow.tsx").then((module) => ({ default: module.ArchivedRow })),
);
const RequestsRow = lazy(() => import("../people/RequestsRow.tsx").then((module) => ({ default: module.RequestsRow })));
const ListEmpty = lazy(() => import("./ListEmpty.tsx").then((module) => ({ default: module.ListEmpty })));
const SearchPane = lazy(() => import("../search/SearchPane.tsx").then((module) => ({ default: module.SearchPane })));

const labels = {
  pinned: "organising.pinned",
  today: "app.today",
  earlier: "conversations.earlier",
  archived: "organising.archived",
} as const satisfies Record<SectionName, string>;

/** Every conversation of the user as this device knows it: pinned ones first, then the newest. */
export function ConversationList() {
  const { t } = useI18n();
  const location = useLocation();
  const conversations = createConversations();
  const requests = createRequests();
  const folders = createFolders();
  const me = createMe();
  const now = createMinute();
  const isArchive = createIsArchive();
  const [chosen, setChosen] = createSignal<BuiltInFilter | FolderId>("all");
  const search = createSearchText();
  const query = search.text;

  const filter = (): ListFilter =>
    listFilters.find((name) => name === chosen()) ?? folders().find((folder) => folder.id === chosen()) ?? "all";
  const openId = () => location.pathname.match(/^\/c\/([^/]+)/)?.[1];
  const archived = createMemo(() => conversations().filter((entry) => entry.isArchived));
  const inList = createMemo(() => conversations().filter((entry) => !entry.isArchived));
  const unread = () => inList().filter((entry) => isUnread(entry) && entry.level === "all").length;
  const shown = createMemo(() => {
    // What is looked for may be anywhere.
    const from = query().trim() ? conversations() : isArchive() ? archived() : inList();
    return filterConversations(from, isArchive() ? "all" : filter(), query(), t("app.saved"));
  });
  const sections = createMemo(() => sectionsOf(shown(), now(), isArchive()));
  const presence = createPresence(() =>
    shown().flatMap((entry) => (entry.kind === "direct" && entry.otherId ? [entry.otherId] : [])),
  );
  const tabStop = () => shown().find((entry) => entry.id === openId())?.id ?? shown()[0]?.id;
  const isArchiveShown = () => !isArchive() && filter() === "all" && query() === "" && archived().length > 0;

  const menu = createOrganisingMenu();
  const gestures = createRowGestures({ entries: conversations, menu });
  const focus = keepRowFocus(() => shown().map((entry) => entry.id));

  const Rows = (props: { entries: readonly ConversationEntry[] }) => (
    <ListRows
      entries={props.entries}
      me={me()}
      now={now()}
      openId={openId()}
      tabStop={tabStop()}
      presence={presence()}
      swipe={gestures.swipe()}
      onCloseSwipe={gestures.closeSwipe}
      onMenu={(entry, from) => menu.open(entry, from.getBoundingClientRect(), from)}
    />
  );

  return (
    <>
      <ListHead isArchive={isArchive()} />
      <div class="list__tools">
        <SearchInput
          label={t("app.searchField")}
          placeholder={t("app.palette")}
          value={query()}
          autocomplete="off"
          onInput={search.set}
          onFocus={() => search.setFocused(true)}
          onClick={() => search.setFocused(true)}
          onKeyDown={(event) => {
            clearOnEscape(event, search);
            enterFound(event);
          }}
          end={
            <Show when={search.isOpen()}>
              <IconButton
                class="search__clear"
                icon="x"
                iconSize="sm"
                size="sm"
                label={t("search.clearField")}
                onClick={search.close}
              />
            </Show>
          }
        />
        <Show when={!isArchive() && !search.isOpen()}>
          <FolderTabs
            filter={filter()}
            unread={unread()}
            onChoose={(next) => setChosen(typeof next === "object" ? next.id : next)}
            onEdit={(folder) => menu.editFolder(folder)}
          />
        </Show>
      </div>
      <Show
        when={!search.isOpen()}
        fallback={
          <Suspense>
            <SearchPane
              text={query()}
              chats={<Rows entries={shown()} />}
              chatCount={query().trim() ? shown().length : 0}
              onChange={search.set}
              onOpen={() => search.setFocused(false)}
            />
          </Suspense>
        }
      >
        <nav
          class="list__body scroll"
          aria-label={isArchive() ? t("organising.archived") : t("conversations.listLabel")}
          ref={focus}
          onKeyDown={(event) => {
            gestures.onKeyDown(event);
            moveInList(event);
          }}
          onPointerDown={gestures.onPointerDown}
          onContextMenu={gestures.onContextMenu}
        >
          <Show when={!isArchive() && filter() === "all" && query() === "" && requests().length > 0}>
            <Suspense>
              <RequestsRow requests={requests()} />
            </Suspense>
          </Show>
          <Show when={isArchiveShown()}>
            <Suspense>
              <ArchivedRow entries={archived()} />
            </Suspense>
          </Show>
          <Show
            when={shown().length > 0}
            fallback={
              <Suspense>
                <ListEmpty
                  isFirstUse={conversations().length === 0}
                  filter={filter()}
                  query={query()}
                  isArchive={isArchive()}
                  onEditFolder={(folder) => menu.editFolder(folder)}
                />
              </Suspense>
            }
          >
            <For each={sectionNames}>
              {(name) => (
                <Show when={sections()[name].length > 0}>
                  <h2 class="list__label">{t(labels[name])}</h2>
                  <Rows entries={sections()[name]} />
                </Show>
              )}
            </For>
          </Show>
        </nav>
      </Show>
      <menu.Outlet />
    </>
  );
}

function clearOnEscape(event: KeyboardEvent, search: { isOpen(): boolean; close(): void }) {
  if (event.key !== "Escape" || !search.isOpen()) return;
  event.preventDefault();
  search.close();
}
