import { Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { useI18n } from "../i18n/index.ts";
import type { ConversationEntry } from "../sync/index.ts";

/** The way to what strangers wrote, at the head of the list. It counts as nothing unread. */
export function RequestsRow(props: { requests: readonly ConversationEntry[] }) {
  const { t } = useI18n();
  return (
    <A class="row row--place" href="/requests" data-place="requests">
      <span class="row__tile">
        <Icon name="user-plus" />
      </span>
      <span class="row__main">
        <span class="row__top">
          <span class="row__name">{t("contacts.requests")}</span>
        </span>
        <span class="row__bot">
          <span class="row__prev">
            <span class="row__txt">{t("contacts.requestCount", { count: props.requests.length })}</span>
          </span>
        </span>
      </span>
    </A>
  );
}
