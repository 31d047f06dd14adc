import { Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { useI18n } from "../i18n/index.ts";

export function SettingsHead(props: { title: string }) {
  const { t } = useI18n();
  return (
    <header class="set__head">
      <A class="iconbtn iconbtn--md only-phone" href="/settings" aria-label={t("app.back")}>
        <Icon name="chevron-start" size="lg" flips />
      </A>
      <h1 class="t-xl">{props.title}</h1>
      <p class="t-sm faint saved">
        <Icon name="check" size="xs" />
        {t("settings.saved")}
      </p>
    </header>
  );
}
