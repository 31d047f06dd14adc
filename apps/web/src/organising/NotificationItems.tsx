import { notificationLevels } from "@parley/schema";
import { MenuItem } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ConversationEntry, useSync } from "../sync/index.ts";
import type { Organise } from "./create-organising.ts";

const mutes = [
  { hours: 1, label: "organising.mute1" },
  { hours: 8, label: "organising.mute8" },
  { hours: "changed", label: "organising.muteAlways" },
] as const;

/** How loud a conversation is: muted for a while, and what notifies otherwise. */
export function NotificationItems(props: { entry: ConversationEntry; onChoose: Organise; onBack(): void }) {
  const { t, formatDay, formatTime } = useI18n();
  const sync = useSync();
  const level = () => props.entry.organising.level ?? "all";
  const until = () => {
    const { mute } = props.entry.organising;
    return mute === undefined || mute === "changed"
      ? t("organising.mutedUntilChanged")
      : t("organising.mutedUntil", { day: formatDay(mute, sync.serverNow()), time: formatTime(mute) });
  };

  return (
    <>
      <MenuItem icon="chevron-start" onClick={() => props.onBack()}>
        {t("organising.back")}
      </MenuItem>
      <hr />
      <Show
        when={!props.entry.isMuted}
        fallback={
          <>
            <p class="menu__title" role="presentation">
              {until()}
            </p>
            <MenuItem icon="bell" onClick={() => props.onChoose("unmute", props.entry)}>
              {t("organising.unmute")}
            </MenuItem>
          </>
        }
      >
        <For each={mutes}>
          {({ hours, label }) => (
            <MenuItem icon="bell-off" onClick={() => props.onChoose("mute", props.entry, hours)}>
              {t(label)}
            </MenuItem>
          )}
        </For>
      </Show>
      <hr />
      <p class="menu__title" role="presentation">
        {t("organising.notifyMe")}
      </p>
      <For each={notificationLevels}>
        {(one) => (
          <MenuItem
            check={{ kind: "radio", isOn: level() === one }}
            onClick={() => props.onChoose("setLevel", props.entry, one)}
          >
            {t(`organising.level.${one}`)}
          </MenuItem>
        )}
      </For>
    </>
  );
}
