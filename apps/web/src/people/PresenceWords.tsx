import { type Person, statusNow } from "@parley/schema";
import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type Presence, useSync } from "../sync/index.ts";

/** How somebody is: what they say themselves, and whether they are here, or when they last were. */
export function PresenceWords(props: { person: Person | undefined; presence: Presence | undefined; now: number }) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  // Read again each minute: it is over when its time is.
  const status = () => statusNow(props.person?.status, Math.max(props.now, sync.serverNow()));
  const said = () => [status()?.emoji, status()?.text].filter(Boolean).join(" ");
  return (
    <>
      <Show when={said()}>
        {(words) => (
          <>
            <bdi>{words()}</bdi>
            {" · "}
          </>
        )}
      </Show>
      <Switch>
        <Match when={status()?.isBusy}>{t("privacy.busy")}</Match>
        <Match when={props.presence?.isOnline && props.presence.isAway}>{t("privacy.away")}</Match>
        <Match when={props.presence?.isOnline}>{t("people.online")}</Match>
        <Match when={props.presence?.isHidden}>{t("privacy.seenRecently")}</Match>
        <Match when={props.presence?.lastSeenAt}>
          {(at) => t("people.lastSeen", { when: formatRelative(at(), props.now) })}
        </Match>
      </Switch>
    </>
  );
}
