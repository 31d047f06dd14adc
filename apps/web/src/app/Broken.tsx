import { Button } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";

/** A screen threw: says what is safe and offers the one thing that helps. */
export function Broken(props: { error: unknown }) {
  const { t } = useI18n();
  console.error(props.error);
  return (
    <main class="page page--centre" role="alert">
      <h1 class="t-xl">{t("app.broken")}</h1>
      <p class="muted">{t("app.brokenText")}</p>
      <Button variant="primary" onClick={() => location.reload()}>
        {t("app.reload")}
      </Button>
    </main>
  );
}
