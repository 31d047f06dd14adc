import { Badge, Icon } from "@parley/ui";
import { A, useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createUnreadCount } from "./create-app-badge.ts";
import { chats, people, settings, you } from "./places.ts";

/** Navigation under 1024 px: at the foot of the list, or of the settings. */
export function TabBar(props: { isSide?: boolean }) {
  const { t } = useI18n();
  const location = useLocation();
  const unread = createUnreadCount();
  return (
    <nav class="tabbar" classList={{ "tabbar--side": props.isSide }} aria-label={t("app.bar")}>
      <For each={[chats, people, settings, you]}>
        {(place) => (
          <A class="tab" href={place.href} aria-current={place.isHere(location.pathname) ? "page" : undefined}>
            <Icon name={place.icon} />
            <span>{t(place.label)}</span>
            <Show when={place === chats && unread()}>
              {(count) => <Badge count={count()} tone="you" label={t("app.unread", { count: count() })} />}
            </Show>
          </A>
        )}
      </For>
    </nav>
  );
}
