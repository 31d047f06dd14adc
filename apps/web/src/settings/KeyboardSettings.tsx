import { Card, Switch } from "@parley/ui";
import { createUniqueId, For } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createPreference, useSync } from "../sync/index.ts";
import { SettingRow } from "./SettingRow.tsx";
import { shortcuts } from "./shortcuts.ts";

/** What Enter does, and every key there is. */
export function KeyboardSettings() {
  const { t } = useI18n();
  const id = createUniqueId();
  const sync = useSync();
  const enterSends = createPreference("enterSends");
  const singleKeys = createPreference("singleKeys");
  return (
    <div class="set__cols" data-one>
      <Card title={t("settings.keyboard")}>
        <div class="rows">
          <SettingRow
            title={t("settings.enterSends")}
            detail={t("settings.enterSendsDetail")}
            for={`${id}-enter`}
            detailId={`${id}-enter-detail`}
          >
            <Switch
              id={`${id}-enter`}
              aria-describedby={`${id}-enter-detail`}
              checked={enterSends() !== false}
              onChange={(isOn) => void sync.do.setPreference("enterSends", isOn)}
            />
          </SettingRow>
          <SettingRow
            title={t("settings.singleKeys")}
            detail={t("settings.singleKeysDetail")}
            for={`${id}-single`}
            detailId={`${id}-single-detail`}
          >
            <Switch
              id={`${id}-single`}
              aria-describedby={`${id}-single-detail`}
              checked={singleKeys() !== false}
              onChange={(isOn) => void sync.do.setPreference("singleKeys", isOn)}
            />
          </SettingRow>
        </div>
      </Card>
      <Card title={t("settings.shortcuts")}>
        <dl class="keys">
          <For each={shortcuts(navigator.platform)}>
            {(shortcut) => (
              <div class="keys__row">
                <dt>{t(shortcut.label)}</dt>
                <dd>
                  <For each={shortcut.keys}>{(key) => <kbd class="kbd">{key}</kbd>}</For>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Card>
    </div>
  );
}
