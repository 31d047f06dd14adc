import { useLocation } from "@solidjs/router";
import { useI18n } from "../i18n/index.ts";

/** The same address without a step. */
export function BackToSignIn() {
  const { t } = useI18n();
  return <SignInLink label={t("accounts.backToSignIn")} />;
}

export function SignInLink(props: { label: string }) {
  const location = useLocation();
  return (
    <a class="link auth__back" href={location.pathname + location.search}>
      {props.label}
    </a>
  );
}
