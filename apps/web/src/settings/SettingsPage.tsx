import { useParams } from "@solidjs/router";
import { createMemo, lazy, Show, Suspense } from "solid-js";
import { Dynamic } from "solid-js/web";
import { createMedia } from "../app/create-media.ts";
import { createTitle } from "../app/create-title.ts";
import { useI18n } from "../i18n/index.ts";
import { pageNamed } from "./pages.ts";
import { SettingsHead } from "./SettingsHead.tsx";
import { SettingsNav } from "./SettingsNav.tsx";
import "./settings.css";

const screens = {
  profile: lazy(() => import("./ProfileSettings.tsx").then((module) => ({ default: module.ProfileSettings }))),
  account: lazy(() => import("./AccountSettings.tsx").then((module) => ({ default: module.AccountSettings }))),
  privacy: lazy(() => import("./PrivacySettings.tsx").then((module) => ({ default: module.PrivacySettings }))),
  appearance: lazy(() => import("./AppearanceSettings.tsx").then((module) => ({ default: module.AppearanceSettings }))),
  folders: lazy(() =>
    import("../organising/FolderSettings.tsx").then((module) => ({ default: module.FolderSettings })),
  ),
  language: lazy(() => import("./LanguageSettings.tsx").then((module) => ({ default: module.LanguageSettings }))),
  away: lazy(() => import("./AwaySettings.tsx").then((module) => ({ default: module.AwaySettings }))),
  storage: lazy(() => import("./StorageSettings.tsx").then((module) => ({ default: module.StorageSettings }))),
  keyboard: lazy(() => import("./KeyboardSettings.tsx").then((module) => ({ default: module.KeyboardSettings }))),
};

/** The list of pages beside one of them; on a phone the list, or one page. */
export function SettingsPage() {
  const { t } = useI18n();
  const params = useParams();
  const isPhone = createMedia("(max-width: 699.98px)");
  const asked = createMemo(() => pageNamed(params["page"]));
  const shown = createMemo(() => asked() ?? (isPhone() ? undefined : pageNamed("profile")));
  createTitle(() => {
    const page = shown();
    return page ? t(page.label) : t("settings.title");
  });

  return (
    <div class="set" data-page={asked() ? "" : undefined}>
      <SettingsNav current={shown()?.name} />
      <Show when={shown()} keyed>
        {(page) => (
          <div
            class="set__main scroll"
            role="region"
            aria-label={`${t("settings.title")}, ${t(page.label)}`}
            tabindex="0"
          >
            <div class="set__wrap">
              <SettingsHead title={t(page.label)} />
              <Suspense>
                <Dynamic component={screens[page.name]} />
              </Suspense>
            </div>
          </div>
        )}
      </Show>
    </div>
  );
}
