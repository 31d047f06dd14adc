import type { ConversationId, UserId } from "@parley/schema";
import { IconButton } from "@parley/ui";
import { For, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { Swipe } from "../organising/create-row-gestures.ts";
import { holdStill } from "../organising/hold-still.ts";
import type { ConversationEntry, Presence } from "../sync/index.ts";
import { ConversationRow } from "./ConversationRow.tsx";
import "../organising/organising.css";

const SwipeActs = lazy(() => import("../organising/SwipeActs.tsx").then((module) => ({ default: module.SwipeActs })));

export type ListRowsProps = {
  entries: readonly ConversationEntry[];
  me: UserId;
  now: number;
  openId: string | undefined;
  tabStop: ConversationId | undefined;
  presence: ReadonlyMap<UserId, Presence>;
  swipe: Swipe | undefined;
  onCloseSwipe(): void;
  onMenu(entry: ConversationEntry, from: HTMLElement): void;
};

/** The rows under one heading. Each belongs to its conversation for as long as it is there. */
export function ListRows(props: ListRowsProps) {
  const { t } = useI18n();
  const swipeOf = (entry: ConversationEntry) => (props.swipe?.id === entry.id ? props.swipe : undefined);
  return (
    <ul class="rows">
      <For each={props.entries}>
        {(entry) => (
          <li
            class="rowitem"
            ref={(item) => holdStill(item, () => entry.pin !== null)}
            data-swiped={swipeOf(entry) ? (swipeOf(entry)?.isHeld ? "held" : "open") : undefined}
            style={{ "--swipe": `${swipeOf(entry)?.x ?? 0}px` }}
          >
            <Suspense>
              <Show when={swipeOf(entry)}>
                <SwipeActs entry={entry} isAtStart={(swipeOf(entry)?.x ?? 0) > 0} onDone={() => props.onCloseSwipe()} />
              </Show>
            </Suspense>
            <ConversationRow
              entry={entry}
              me={props.me}
              isOpen={props.openId === entry.id}
              now={props.now}
              presence={entry.otherId ? props.presence.get(entry.otherId) : undefined}
              isTabStop={props.tabStop === entry.id}
            />
            <IconButton
              class="row__more"
              size="sm"
              icon="more"
              iconSize="sm"
              label={t("organising.actionsFor", { title: entry.kind === "saved" ? t("app.saved") : entry.title })}
              aria-haspopup="menu"
              tabindex={props.tabStop === entry.id ? 0 : -1}
              onClick={(event) => props.onMenu(entry, event.currentTarget)}
            />
          </li>
        )}
      </For>
    </ul>
  );
}
