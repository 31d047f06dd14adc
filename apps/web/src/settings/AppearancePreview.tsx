import { useI18n } from "../i18n/index.ts";

/** Two lines of talk as they would look. A picture: nothing here can be used. */
export function AppearancePreview() {
  const { t } = useI18n();
  return (
    <div class="preview" aria-hidden="true">
      <span class="preview__b">{t("settings.previewTheirs")}</span>
      <span class="preview__b" data-own>
        {t("settings.previewOwn")}
      </span>
    </div>
  );
}
