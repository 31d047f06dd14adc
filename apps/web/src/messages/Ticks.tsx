import { Icon, type IconName } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import type { Tick } from "./ticks.ts";

const icons: Record<Tick, IconName> = {
  pending: "clock",
  failed: "alert-circle",
  sent: "check",
  delivered: "check-2",
  read: "check-2",
};

/** How far an own message has come: one tick, two ticks, two ticks in colour. */
export function Ticks(props: { tick: Tick; isGroup: boolean; size?: "xs" }) {
  const { t } = useI18n();
  const label = () =>
    props.tick === "read" && props.isGroup ? t("messages.tick.readByAll") : t(`messages.tick.${props.tick}`);
  return (
    <span class="tickmark" classList={{ "tickmark--read": props.tick === "read" }} role="img" aria-label={label()}>
      <Icon name={icons[props.tick]} size={props.size} />
    </span>
  );
}
