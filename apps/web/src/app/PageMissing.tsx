import { buttonClass, EmptyState } from "@parley/ui";
import { A } from "@solidjs/router";
import { useI18n } from "../i18n/index.ts";
import { createTitle } from "./create-title.ts";

export function PageMissing() {
  const { t } = useI18n();
  createTitle(() => t("app.pageMissing"));
  return (
    <div class="page page--centre">
      <EmptyState
        isPage
        icon="navigation"
        title={t("app.pageMissing")}
        text={t("app.pageMissingText")}
        action={
          <A class={buttonClass({ variant: "primary" })} href="/">
            {t("app.toChats")}
          </A>
        }
      />
    </div>
  );
}
