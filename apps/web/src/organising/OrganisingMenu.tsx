import { ContextMenu, MenuItem } from "@parley/ui";
import { createSignal, Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ConversationEntry, createConversations } from "../sync/index.ts";
import { createOrganising, type Organise } from "./create-organising.ts";
import { FolderItems } from "./FolderItems.tsx";
import { isUnread } from "./is-unread.ts";
import { NotificationItems } from "./NotificationItems.tsx";

export type OpenOrganising = {
  entry: ConversationEntry;
  at: { left: number; top: number; bottom: number };
  from: HTMLElement | null;
};

/** Everything that keeps a conversation in order, in one menu: in the list, and in its own header. */
export function OrganisingMenu(props: { open: OpenOrganising; onClose(): void; onNewFolder(): void }) {
  const { t } = useI18n();
  const organise = createOrganising();
  const conversations = createConversations();
  const [page, setPage] = createSignal<"first" | "notifications" | "folders">("first");
  const entry = () => props.open.entry;
  const title = () => (entry().kind === "saved" ? t("app.saved") : entry().title);
  const pinned = () => conversations().filter((it) => it.pin !== null && it.isArchived === entry().isArchived);

  const act: Organise = (...given) => {
    props.open.from?.focus({ preventScroll: true });
    props.onClose();
    organise(...given);
  };

  return (
    <ContextMenu
      label={t("organising.actionsFor", { title: title() })}
      at={props.open.at}
      from={props.open.from}
      page={page()}
      onClose={() => props.onClose()}
    >
      <Switch>
        <Match when={page() === "first"}>
          <MenuItem icon={isUnread(entry()) ? "check-circle" : "chat"} onClick={() => act("toggleUnread", entry())}>
            {isUnread(entry()) ? t("organising.markRead") : t("organising.markUnread")}
          </MenuItem>
          <MenuItem icon="pin" onClick={() => act("togglePin", entry())}>
            {entry().pin === null ? t("organising.pin") : t("organising.unpin")}
          </MenuItem>
          <Show when={entry().pin !== null && pinned().length > 1}>
            <MenuItem
              icon="arrow-up"
              disabled={pinned()[0]?.id === entry().id}
              onClick={() => act("movePin", entry(), -1)}
            >
              {t("organising.moveUp")}
            </MenuItem>
            <MenuItem
              icon="arrow-down"
              disabled={pinned().at(-1)?.id === entry().id}
              onClick={() => act("movePin", entry(), 1)}
            >
              {t("organising.moveDown")}
            </MenuItem>
          </Show>
          <Show when={entry().kind !== "saved"}>
            <MenuItem icon={entry().isMuted ? "bell-off" : "bell"} onClick={() => setPage("notifications")}>
              {t("organising.notifications")}
            </MenuItem>
          </Show>
          <MenuItem icon="layers" onClick={() => setPage("folders")}>
            {t("organising.folders")}
          </MenuItem>
          <MenuItem icon="archive" onClick={() => act("toggleArchive", entry())}>
            {entry().isArchived ? t("organising.unarchive") : t("organising.archive")}
          </MenuItem>
        </Match>
        <Match when={page() === "notifications"}>
          <NotificationItems entry={entry()} onChoose={act} onBack={() => setPage("first")} />
        </Match>
        <Match when={page() === "folders"}>
          <FolderItems
            conversationId={entry().id}
            onChoose={act}
            onNew={() => {
              props.onClose();
              props.onNewFolder();
            }}
            onBack={() => setPage("first")}
          />
        </Match>
      </Switch>
    </ContextMenu>
  );
}
