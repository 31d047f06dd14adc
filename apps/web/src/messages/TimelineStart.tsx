import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { Timeline } from "../sync/index.ts";
import type { MessageSetting } from "./message-actions.ts";

/** The block above the first row, always of one height: what is being fetched, or how the conversation began. */
export function TimelineStart(props: { timeline: Timeline; setting: MessageSetting }) {
  const { t, tx } = useI18n();
  return (
    <div class="logstart" data-thread={props.setting.threadId ? "" : undefined}>
      <Switch
        fallback={
          <Show when={!props.setting.threadId}>
            <p class="sys">
              <Switch fallback={<span>{tx("messages.beginDirect", { name: <bdi>{props.setting.title}</bdi> })}</span>}>
                <Match when={props.setting.isSaved}>
                  <span>{t("messages.beginSaved")}</span>
                </Match>
                <Match when={props.setting.isGroup || props.setting.isChannel}>
                  <span>{tx("messages.beginGroup", { name: <bdi>{props.setting.title}</bdi> })}</span>
                </Match>
              </Switch>
            </p>
          </Show>
        }
      >
        <Match when={props.timeline.hasOlder()}>
          <div class="fetching" data-filling={props.timeline.isFilling() ? "" : undefined}>
            <Show when={!props.setting.threadId}>
              <span class="skel fetching__a" />
              <span class="skel fetching__b" />
            </Show>
            <span class="sys">{t("messages.fetching")}</span>
          </div>
        </Match>
      </Switch>
    </div>
  );
}
