import { Avatar, Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { TabBar } from "../app/TabBar.tsx";
import { useI18n } from "../i18n/index.ts";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { createAccount } from "../sync/index.ts";
import { type Page, pages } from "./pages.ts";
import { SignOutDialog } from "./SignOutDialog.tsx";

/** Who one is, the pages, and the way out. */
export function SettingsNav(props: { current: Page["name"] | undefined }) {
  const { t } = useI18n();
  const account = createAccount();
  const [isLeaving, setLeaving] = createSignal(false);
  return (
    <div class="sub">
      <nav class="sub__pages scroll" aria-label={t("settings.title")}>
        <h1 class="only-phone sub__title">{t("settings.title")}</h1>
        <Show when={account()?.person}>
          {(person) => (
            <div class="me">
              <Avatar name={person().displayName} seed={person().id} src={avatarUrl(person().avatarId, 64)} size={40} />
              <span class="me__text">
                <b class="truncate" dir="auto">
                  {person().displayName}
                </b>
                <small>
                  <bdi dir="ltr">@{person().username}</bdi>
                </small>
              </span>
            </div>
          )}
        </Show>
        <A class="sub__files" href="/gallery">
          <Icon name="file" />
          {t("app.files")}
        </A>
        <For each={pages}>
          {(page) => (
            <A href={`/settings/${page.name}`} aria-current={props.current === page.name ? "page" : undefined}>
              <Icon name={page.icon} />
              {t(page.label)}
            </A>
          )}
        </For>
        <button type="button" onClick={() => setLeaving(true)}>
          <Icon name="log-out" flips />
          {t("settings.signOut")}
        </button>
      </nav>
      <TabBar isSide />
      <SignOutDialog isOpen={isLeaving()} onClose={() => setLeaving(false)} />
    </div>
  );
}
