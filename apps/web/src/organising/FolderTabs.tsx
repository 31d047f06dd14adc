import { limits } from "@parley/schema";
import { Chip, Icon } from "@parley/ui";
import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import { type ListFilter, listFilters } from "../conversations/filter-conversations.ts";
import { useI18n } from "../i18n/index.ts";
import { createFolders, type Folder } from "../sync/index.ts";

const FolderMenu = lazy(() => import("./FolderMenu.tsx").then((module) => ({ default: module.FolderMenu })));

export type OpenFolderMenu = { folder: Folder; at: DOMRect; from: HTMLElement };

/** What of the list is shown: everything, what is unread, the groups, or one of the user's folders. */
export function FolderTabs(props: {
  filter: ListFilter;
  unread: number;
  onChoose(filter: ListFilter): void;
  onEdit(folder: Folder | undefined): void;
}) {
  const { t } = useI18n();
  const folders = createFolders();
  const [menu, setMenu] = createSignal<OpenFolderMenu>();
  const isChosen = (folder: Folder) => typeof props.filter === "object" && props.filter.id === folder.id;

  return (
    <div class="list__chips" role="group" aria-label={t("conversations.filter")}>
      <For each={listFilters}>
        {(name) => (
          <Chip
            isPressed={props.filter === name}
            count={name === "unread" ? props.unread : undefined}
            onClick={() => props.onChoose(name)}
          >
            {t(`conversations.filter.${name}`)}
          </Chip>
        )}
      </For>
      <For each={folders()}>
        {(folder) => (
          <Chip
            isPressed={isChosen(folder)}
            onClick={() => props.onChoose(folder)}
            onContextMenu={(event) => {
              event.preventDefault();
              const from = event.currentTarget;
              setMenu({ folder, at: from.getBoundingClientRect(), from });
            }}
          >
            <bdi class="truncate chip__name">{folder.name}</bdi>
          </Chip>
        )}
      </For>
      <Show when={folders().length < limits.folders}>
        <Chip aria-label={t("organising.newFolder")} onClick={() => props.onEdit(undefined)}>
          <Icon name="plus" size="sm" />
        </Chip>
      </Show>
      <Suspense>
        <Show when={menu()} keyed>
          {(open) => (
            <FolderMenu
              open={open}
              onEdit={() => props.onEdit(open.folder)}
              onClose={() => menu() === open && setMenu(undefined)}
            />
          )}
        </Show>
      </Suspense>
    </div>
  );
}
