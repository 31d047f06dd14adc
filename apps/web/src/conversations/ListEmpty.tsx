import { Button, buttonClass, EmptyState } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type Folder, useSync } from "../sync/index.ts";
import type { ListFilter } from "./filter-conversations.ts";
import { ListSkeleton } from "./ListSkeleton.tsx";

/** A list with nothing in it: a newcomer's, a filter's, or one that is still on its way. */
export function ListEmpty(props: {
  isFirstUse: boolean;
  filter: ListFilter;
  query: string;
  isArchive: boolean;
  onEditFolder(folder: Folder): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const isOnItsWay = () =>
    props.isFirstUse && (sync.status().state === "connecting" || sync.status().state === "syncing");
  const title = () => {
    if (props.query) return t("conversations.nothingFor", { query: props.query });
    if (props.isArchive) return t("organising.nothingArchived");
    return typeof props.filter === "object"
      ? t("organising.nothingInFolder")
      : t(`conversations.nothing.${props.filter}`);
  };
  const editFolder = () => (
    <Show when={typeof props.filter === "object" ? props.filter : undefined} keyed>
      {(folder) => <Button onClick={() => props.onEditFolder(folder)}>{t("organising.editFolder")}</Button>}
    </Show>
  );
  const start = () => (
    <A class={buttonClass({ variant: "primary" })} href="/new">
      {t("conversations.findSomeone")}
    </A>
  );

  return (
    <Show when={!isOnItsWay()} fallback={<ListSkeleton />}>
      <Show
        when={props.query === "" && props.filter === "all" && !props.isArchive}
        fallback={
          <EmptyState
            icon={props.query ? "search" : props.isArchive ? "archive" : "check-circle"}
            title={title()}
            text={props.query ? t("conversations.nothingForText") : props.isArchive ? t("organising.archivedText") : ""}
            action={props.query ? start() : editFolder()}
          />
        }
      >
        <EmptyState
          icon="chats"
          title={t("conversations.empty")}
          text={t("conversations.emptyText")}
          action={start()}
        />
      </Show>
    </Show>
  );
}
