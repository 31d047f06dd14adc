import { Icon } from "@parley/ui";
import { lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { Ticks } from "./Ticks.tsx";
import { tickOf } from "./ticks.ts";

// Most messages come at once, with a sound, and stay.
const MessageFate = lazy(() => import("./MessageFate.tsx").then((module) => ({ default: module.MessageFate })));

/** The foot of a bubble: edited, when, how far it came. */
export function MessageMeta(props: {
  message: TimelineMessage;
  setting: MessageSetting;
  actions: MessageActions;
  isEntered: boolean;
}) {
  const { t, formatTime, formatNumber } = useI18n();
  const tick = () => tickOf(props.message, props.setting.reach);
  const isTicked = () => (props.setting.isChannel ? props.message.sendState !== "sent" : !props.setting.isSaved);
  const hasFate = () => {
    const { isSilent, automatic, expiresAt, expiresAfter } = props.message;
    return isSilent || automatic || expiresAt || expiresAfter;
  };
  const isOwn = () => props.message.senderId === props.setting.me;

  return (
    <span class="meta">
      <Show when={props.message.isEdited && !props.message.deletedAt}>
        <Show when={props.setting.canSeeVersions(props.message)} fallback={<span>{t("messages.edited")}</span>}>
          <button
            type="button"
            class="meta__edited"
            tabindex={props.isEntered ? 0 : -1}
            aria-label={t("messages.editedShow")}
            onClick={() => props.actions.showVersions(props.message)}
          >
            {t("messages.edited")}
          </button>
        </Show>
      </Show>
      <Show when={hasFate()}>
        <Suspense>
          <MessageFate message={props.message} />
        </Suspense>
      </Show>
      <time datetime={props.message.createdAt}>{formatTime(props.message.createdAt)}</time>
      <Show when={props.setting.isChannel && props.message.tally?.viewCount}>
        {(count) => (
          <span class="meta__views">
            <Icon name="eye" size="xs" />
            <span aria-hidden="true">{formatNumber(count())}</span>
            <span class="sr">{t("channels.views", { count: count() })}</span>
          </span>
        )}
      </Show>
      <Show when={isOwn() && isTicked() && !props.message.deletedAt}>
        <Ticks tick={tick()} isGroup={props.setting.isGroup} />
      </Show>
      <Show when={isOwn() && props.setting.isSaved && props.message.sendState !== "sent"}>
        <Ticks tick={tick()} isGroup={false} />
      </Show>
    </span>
  );
}
