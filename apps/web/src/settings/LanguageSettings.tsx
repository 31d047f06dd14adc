import { Card, Icon } from "@parley/ui";
import { For } from "solid-js";
import { type Language, languages, useI18n } from "../i18n/index.ts";

/** The language of the interface. What people write stays as they wrote it. */
export function LanguageSettings() {
  const i18n = useI18n();
  return (
    <div class="set__cols" data-one>
      <Card title={i18n.t("settings.language")} note={i18n.t("settings.languageNote")}>
        <div class="rows" role="radiogroup" aria-label={i18n.t("settings.language")}>
          <For each={Object.entries(languages)}>
            {([language, { name, dir }]) => (
              <label class="choice">
                <input
                  class="check check--radio"
                  type="radio"
                  name="language"
                  value={language}
                  checked={i18n.language() === language}
                  onChange={() => void i18n.setLanguage(language as Language)}
                />
                <Icon name="globe" />
                <span class="setrow__t">
                  <b>
                    <bdi lang={language} dir={dir}>
                      {name}
                    </bdi>
                  </b>
                </span>
              </label>
            )}
          </For>
        </div>
      </Card>
    </div>
  );
}
