import type { JSX } from "solid-js";
import { createEffect, Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import { dayOf } from "./days.ts";
import { EventLine } from "./EventLine.tsx";
import { MessageRun } from "./MessageRun.tsx";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { isSameRun } from "./runs.ts";

export type TimelineRowProps = {
  message: TimelineMessage;
  before: TimelineMessage | undefined;
  after: TimelineMessage | undefined;
  /** The line above this row says how many are new; undefined on all rows but one. */
  newCount: number | undefined;
  isAfterNew: boolean;
  now: number;
  setting: MessageSetting;
  actions: MessageActions;
  isHighlighted: boolean;
  isEntered: boolean;
};

/** A row of the timeline: the day if it is a new one, the line above what is unread, and the message. */
export function TimelineRow(props: TimelineRowProps): JSX.Element {
  const { t, formatDay } = useI18n();
  // A thread begins below the message it answers, and today needs not be said there.
  const dayAbove = () => dayOf(props.before?.createdAt ?? (props.setting.threadId ? props.now : 0));
  const isNewDay = () => dayAbove() !== dayOf(props.message.createdAt);
  const joinsAbove = () => props.newCount === undefined && isSameRun(props.before, props.message);
  const joinsBelow = () => !props.isAfterNew && isSameRun(props.message, props.after);

  createEffect(() => props.setting.isChannel && props.setting.viewed(props.message.seq));

  return (
    <div class="line" data-joined={joinsAbove() ? "" : undefined}>
      <Show when={isNewDay()}>
        <p class="datesep">
          <span>{formatDay(props.message.createdAt, props.now)}</span>
        </p>
      </Show>
      <Show when={props.newCount !== undefined}>
        <p class="newsep">
          <span>{t("messages.newCount", { count: props.newCount ?? 0 })}</span>
        </p>
      </Show>
      <Switch
        fallback={
          <MessageRun
            message={props.message}
            setting={props.setting}
            actions={props.actions}
            joinsAbove={joinsAbove()}
            joinsBelow={joinsBelow()}
            isHighlighted={props.isHighlighted}
            isEntered={props.isEntered}
          />
        }
      >
        <Match when={props.message.kind === "event"}>
          <EventLine message={props.message} me={props.setting.me} />
        </Match>
      </Switch>
    </div>
  );
}
