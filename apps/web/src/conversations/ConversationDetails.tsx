import type { ConversationId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createView } from "./create-view.ts";
import { DirectDetails } from "./DirectDetails.tsx";
import { ExpirySetting } from "./ExpirySetting.tsx";
import { GroupDetails } from "./GroupDetails.tsx";
import "./details.css";

/** Who a conversation is with, and what can be set about it. */
export function ConversationDetails(props: { id: ConversationId }) {
  const { t } = useI18n();
  const view = createView(() => props.id);
  return (
    <>
      <header class="aside__head">
        <h2>{t("conversations.details")}</h2>
        <a
          class="iconbtn iconbtn--md"
          href={`/c/${props.id}${location.search}`}
          aria-label={t("conversations.closeDetails")}
        >
          <Icon name="x" />
        </a>
      </header>
      <div class="aside__body scroll" tabindex="0" role="region" aria-label={t("conversations.details")}>
        <Show when={view()}>
          {(shown) => (
            <Switch
              fallback={
                <>
                  <p class="muted">{t("messages.beginSaved")}</p>
                  <Show when={shown().entry}>{(entry) => <ExpirySetting conversation={entry()} isEditable />}</Show>
                </>
              }
            >
              <Match when={shown().kind === "direct" && shown().otherId}>
                {(id) => (
                  <>
                    <DirectDetails id={id()} />
                    <Show when={shown().entry}>{(entry) => <ExpirySetting conversation={entry()} isEditable />}</Show>
                  </>
                )}
              </Match>
              <Match when={(shown().kind === "group" || shown().kind === "channel") && shown().entry}>
                {(entry) => <GroupDetails group={entry()} />}
              </Match>
            </Switch>
          )}
        </Show>
      </div>
    </>
  );
}
