import { buttonClass, EmptyState } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import type { ListFilter } from "./filter-conversations.ts";
import { ListSkeleton } from "./ListSkeleton.tsx";

/** A list with nothing in it: a newcomer's, a filter's, or one that is still on its way. */
export function ListEmpty(props: { isFirstUse: boolean; filter: ListFilter; query: string }) {
  const { t } = useI18n();
  const sync = useSync();
  const isOnItsWay = () =>
    props.isFirstUse && (sync.status().state === "connecting" || sync.status().state === "syncing");
  const start = () => (
    <A class={buttonClass({ variant: "primary" })} href="/new">
      {t("conversations.findSomeone")}
    </A>
  );

  return (
    <Show when={!isOnItsWay()} fallback={<ListSkeleton />}>
      <Show
        when={props.query === "" && props.filter === "all"}
        fallback={
          <EmptyState
            icon={props.query ? "search" : "check-circle"}
            title={
              props.query
                ? t("conversations.nothingFor", { query: props.query })
                : t(`conversations.nothing.${props.filter}`)
            }
            text={props.query ? t("conversations.nothingForText") : ""}
            action={props.query ? start() : undefined}
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
