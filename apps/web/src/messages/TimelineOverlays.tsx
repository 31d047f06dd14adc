import { Icon, Spinner } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";

/** What lies over the log: the day while scrolling, and the way back to the newest message. */
export function TimelineOverlays(props: {
  topMessage: TimelineMessage | undefined;
  isScrolling: boolean;
  isAway: boolean;
  unread: number;
  isSeeking: boolean;
  /** Back to the message whose quote led here. */
  onBack?: (() => void) | undefined;
  now: number;
  /** How many messages mention the reader and were not looked at yet. */
  mentions: number;
  onNextMention(): void;
  onToLatest(): void;
}) {
  const { t, formatDay, formatNumber } = useI18n();
  return (
    <>
      <Show when={props.topMessage}>
        {(message) => (
          <p
            class="datesep datesep--over"
            aria-hidden="true"
            data-shown={props.isScrolling && props.isAway ? "" : undefined}
          >
            <span>{formatDay(message().createdAt, props.now)}</span>
          </p>
        )}
      </Show>
      <Show when={props.mentions > 0}>
        <button
          type="button"
          class="tolatest tomention"
          data-alone={props.isAway ? undefined : ""}
          aria-label={t("formatting.nextMention", { count: props.mentions })}
          onClick={() => props.onNextMention()}
        >
          <Icon name="mention" />
          <span class="badge badge--you tolatest__n" aria-hidden="true">
            {formatNumber(props.mentions)}
          </span>
        </button>
      </Show>
      <Show when={props.isSeeking}>
        <p class="seeking">
          <Spinner label={t("threads.seeking")} />
        </p>
      </Show>
      <Show when={props.onBack}>
        {(onBack) => (
          <button type="button" class="toback" onClick={() => onBack()()}>
            <Icon name="reply" size="sm" />
            {t("threads.back")}
          </button>
        )}
      </Show>
      <Show when={props.isAway}>
        <button
          type="button"
          class="tolatest"
          aria-label={props.unread > 0 ? t("messages.toLatestNew", { count: props.unread }) : t("messages.toLatest")}
          onClick={() => props.onToLatest()}
        >
          <Icon name="arrow-down" />
          <Show when={props.unread > 0}>
            <span class="badge badge--you tolatest__n" aria-hidden="true">
              {props.unread > 999 ? "1k" : formatNumber(props.unread)}
            </span>
          </Show>
        </button>
      </Show>
    </>
  );
}
