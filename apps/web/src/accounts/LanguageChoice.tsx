import { Icon, Select } from "@parley/ui";
import { type Language, languages, useI18n } from "../i18n/index.ts";

const options = Object.entries(languages).map(([value, { name }]) => ({ value: value as Language, label: name }));

/** The language of the page, in its own words. */
export function LanguageChoice() {
  const i18n = useI18n();
  return (
    <span class="language">
      <Icon name="globe" size="sm" />
      <Select
        label={i18n.t("accounts.language")}
        value={i18n.language()}
        options={options}
        onChange={(language) => void i18n.setLanguage(language)}
      />
    </span>
  );
}
