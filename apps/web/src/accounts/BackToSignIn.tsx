import { useI18n } from "../i18n/index.ts";

export function BackToSignIn() {
  const { t } = useI18n();
  return (
    <a class="link auth__back" href="#">
      {t("accounts.backToSignIn")}
    </a>
  );
}
