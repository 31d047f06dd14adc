import { Icon, type IconName } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type TimelineMessage, useSync } from "../sync/index.ts";

/** In the foot of a bubble: that it came without a sound, at a set time, or will go. */
export function MessageFate(props: { message: TimelineMessage }) {
  const { t, formatMoment, formatDuration } = useI18n();
  const sync = useSync();
  const goes = () => {
    const { expiresAt, expiresAfter } = props.message;
    if (expiresAt) return t("later.leaves", { when: formatMoment(Date.parse(expiresAt), sync.serverNow()) });
    return expiresAfter ? t("later.leavesOnceRead", { time: formatDuration(expiresAfter) }) : "";
  };
  return (
    <Show when={!props.message.deletedAt}>
      <Sign icon="bell-off" text={props.message.isSilent ? t("later.silent") : ""} />
      <Sign icon="clock" text={props.message.automatic === "scheduled" ? t("later.wasScheduled") : ""} />
      <Sign icon="timer" text={goes()} />
    </Show>
  );
}

function Sign(props: { icon: IconName; text: string }) {
  return (
    <Show when={props.text}>
      <span class="meta__sign" role="img" aria-label={props.text} title={props.text}>
        <Icon name={props.icon} size="xs" />
      </span>
    </Show>
  );
}
