import { Avatar, Badge, Icon, Mark } from "@parley/ui";
import { A, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { createAccount } from "../sync/index.ts";
import { createUnreadCount } from "./create-app-badge.ts";
import { allSettings, chats, files, type Place, people } from "./places.ts";

/** Navigation from 1024 px on. */
export function Rail() {
  const { t } = useI18n();
  const account = createAccount();
  const unread = createUnreadCount();
  return (
    <nav class="rail" aria-label={t("app.main")}>
      <A class="rail__home" href="/" aria-label={t("app.name")}>
        <Mark size={40} />
      </A>
      <div class="rail__nav">
        <RailItem place={chats} unread={unread()} />
        <RailItem place={people} />
        <RailItem place={files} />
      </div>
      <div class="rail__end">
        <RailItem place={allSettings} />
        <Show when={account()?.person}>
          {(person) => (
            <A class="rail__me" href="/settings/profile">
              <span class="sr">{t("app.openProfile", { name: person().displayName })}</span>
              <Avatar name={person().displayName} seed={person().id} src={avatarUrl(person().avatarId, 64)} size={36} />
            </A>
          )}
        </Show>
      </div>
    </nav>
  );
}

function RailItem(props: { place: Place; unread?: number }) {
  const { t } = useI18n();
  const location = useLocation();
  return (
    <A
      class="rail__item"
      href={props.place.href}
      aria-current={props.place.isHere(location.pathname) ? "page" : undefined}
    >
      <Icon name={props.place.icon} />
      <span>{t(props.place.label)}</span>
      <Show when={props.unread}>
        {(count) => <Badge count={count()} tone="you" label={t("app.unread", { count: count() })} />}
      </Show>
    </A>
  );
}
