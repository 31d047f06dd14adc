import { Badge, Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { ConversationEntry } from "../sync/index.ts";
import { isUnread } from "./is-unread.ts";

/** The way to what was put away, at the head of the list. */
export function ArchivedRow(props: { entries: readonly ConversationEntry[] }) {
  const { t } = useI18n();
  const unread = () => props.entries.filter(isUnread).length;
  const names = () =>
    props.entries
      .slice(0, 4)
      .map((entry) => (entry.kind === "saved" ? t("app.saved") : entry.title))
      .join(", ");
  return (
    <A class="row row--place" href="/archived" data-place="archived">
      <span class="row__tile">
        <Icon name="archive" />
      </span>
      <span class="row__main">
        <span class="row__top">
          <span class="row__name">{t("organising.archived")}</span>
        </span>
        <span class="row__bot">
          <span class="row__prev">
            <span class="row__txt" dir="auto">
              {names()}
            </span>
          </span>
          <Show when={unread() > 0}>
            <span class="row__flags">
              <Badge count={unread()} tone="muted" label={t("organising.unreadChats", { count: unread() })} />
            </span>
          </Show>
        </span>
      </span>
    </A>
  );
}
