import { Card, Icon, Segmented, Switch } from "@parley/ui";
import { createUniqueId, For } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createPreference, useSync } from "../sync/index.ts";
import { AppearancePreview } from "./AppearancePreview.tsx";
import { appearanceChoices } from "./appearance.ts";
import { createAppearance } from "./create-appearance.ts";
import { SettingRow } from "./SettingRow.tsx";

/** Every choice shows at once, offline too. */
export function AppearanceSettings() {
  const { t } = useI18n();
  const sync = useSync();
  const previews = createPreference("linkPreviews");
  const previewsId = createUniqueId();
  const [appearance, change] = createAppearance();
  return (
    <div class="set__cols">
      <div class="set__col">
        <Card title={t("settings.theme")}>
          <div class="rows">
            <SettingRow title={t("settings.theme")}>
              <Segmented
                label={t("settings.theme")}
                value={appearance().theme}
                onChange={(theme) => change({ theme })}
                options={[
                  { value: "system", label: t("settings.themeSystem") },
                  { value: "light", label: t("settings.themeLight"), icon: "sun" },
                  { value: "dark", label: t("settings.themeDark"), icon: "moon" },
                ]}
              />
            </SettingRow>
            <SettingRow title={t("settings.contrast")} detail={t("settings.contrastDetail")}>
              <Segmented
                label={t("settings.contrast")}
                value={appearance().contrast}
                onChange={(contrast) => change({ contrast })}
                options={[
                  { value: "system", label: t("settings.contrastSystem") },
                  { value: "standard", label: t("settings.contrastStandard") },
                  { value: "more", label: t("settings.contrastMore") },
                ]}
              />
            </SettingRow>
            <SettingRow title={t("settings.accent")} detail={t("settings.accentDetail")}>
              <div class="accents" role="group" aria-label={t("settings.accent")}>
                <For each={appearanceChoices.accent}>
                  {(accent) => (
                    <button
                      type="button"
                      class="accent"
                      data-accent={accent}
                      aria-label={t(`settings.${accent}`)}
                      aria-pressed={appearance().accent === accent}
                      onClick={() => change({ accent })}
                    >
                      <Icon name="check" size="sm" />
                    </button>
                  )}
                </For>
              </div>
            </SettingRow>
          </div>
        </Card>
        <Card title={t("settings.preview")}>
          <AppearancePreview />
        </Card>
      </div>
      <div class="set__col">
        <Card title={t("settings.density")}>
          <div class="rows">
            <SettingRow title={t("settings.density")}>
              <Segmented
                label={t("settings.density")}
                value={appearance().density}
                onChange={(density) => change({ density })}
                options={[
                  { value: "comfortable", label: t("settings.comfortable") },
                  { value: "compact", label: t("settings.compact") },
                ]}
              />
            </SettingRow>
            <SettingRow title={t("settings.messageSize")}>
              <Segmented
                label={t("settings.messageSize")}
                value={appearance().msg}
                onChange={(msg) => change({ msg })}
                options={[
                  { value: "sm", label: t("settings.sizeSmall") },
                  { value: "md", label: t("settings.sizeNormal") },
                  { value: "lg", label: t("settings.sizeLarge") },
                  { value: "xl", label: t("settings.sizeHuge") },
                ]}
              />
            </SettingRow>
            <SettingRow title={t("later.previews")} detail={t("later.previewsText")} for={previewsId}>
              <Switch
                id={previewsId}
                checked={previews() !== false}
                onChange={(isOn) => void sync.do.setPreference("linkPreviews", isOn ? null : false)}
              />
            </SettingRow>
            <SettingRow title={t("settings.motion")}>
              <Segmented
                label={t("settings.motion")}
                value={appearance().motion}
                onChange={(motion) => change({ motion })}
                options={[
                  { value: "system", label: t("settings.motionSystem") },
                  { value: "reduced", label: t("settings.motionReduced") },
                  { value: "full", label: t("settings.motionFull") },
                ]}
              />
            </SettingRow>
          </div>
        </Card>
      </div>
    </div>
  );
}
