import { Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { StatusButton } from "../people/StatusButton.tsx";
import { ThreadsLink } from "./ThreadsLink.tsx";

/** The title of the list with what can be made or set there; of the archive, with the way back. */
export function ListHead(props: { isArchive: boolean }) {
  const { t } = useI18n();
  return (
    <header class="list__head">
      <Show
        when={!props.isArchive}
        fallback={
          <>
            <A class="iconbtn iconbtn--md list__back" href="/" aria-label={t("conversations.back")}>
              <Icon name="chevron-start" size="lg" flips />
            </A>
            <h1 class="list__title truncate">{t("organising.archived")}</h1>
          </>
        }
      >
        <h1 class="list__title truncate">{t("app.chats")}</h1>
        <StatusButton />
        <ThreadsLink />
        <A class="iconbtn iconbtn--md" href="/settings/folders" aria-label={t("organising.folders")}>
          <Icon name="filter" />
        </A>
        <A class="iconbtn iconbtn--md" href="/new" aria-label={t("conversations.new")}>
          <Icon name="compose" />
        </A>
      </Show>
    </header>
  );
}
