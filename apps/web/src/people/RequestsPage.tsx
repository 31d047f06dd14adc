import { EmptyState } from "@parley/ui";
import { Show } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { createMinute } from "../conversations/create-minute.ts";
import { createMe } from "../conversations/create-view.ts";
import { ListRows } from "../conversations/ListRows.tsx";
import { PageHead } from "../conversations/PageHead.tsx";
import { useI18n } from "../i18n/index.ts";
import { createRequests } from "../sync/index.ts";
import "../conversations/conversation.css";
import "../conversations/new-conversation.css";

/** What strangers wrote, each to be looked at and answered. */
export function RequestsPage() {
  const { t } = useI18n();
  const requests = createRequests();
  const me = createMe();
  const now = createMinute();
  createTitle(() => t("contacts.requests"));
  return (
    <div class="newpage">
      <PageHead title={t("contacts.requests")} backTo="/" />
      <div class="newpage__body scroll">
        <Show
          when={requests().length > 0}
          fallback={<EmptyState icon="user" title={t("contacts.requestsNone")} text={t("contacts.requestsNoneText")} />}
        >
          <p class="muted">{t("contacts.requestsNoneText")}</p>
          <ListRows
            entries={requests()}
            me={me()}
            now={now()}
            openId={undefined}
            tabStop={requests()[0]?.id}
            presence={new Map()}
            swipe={undefined}
            onCloseSwipe={() => undefined}
            onMenu={() => undefined}
          />
        </Show>
      </div>
    </div>
  );
}
