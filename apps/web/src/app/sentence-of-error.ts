import { errorSentence, type I18n } from "../i18n/index.ts";

/** As errorSentence, and what the browser itself says about passkeys. */
export function sentenceOfError(i18n: Pick<I18n, "t">, error: unknown): string {
  if (error instanceof Error) {
    if (error.name === "NotAllowedError" || error.name === "AbortError") return i18n.t("accounts.cancelled");
    if (error.name === "InvalidStateError") return i18n.t("accounts.alreadyHere");
    if (error.name === "NotSupportedError") return i18n.t("accounts.noPasskeys");
  }
  return errorSentence(i18n, error);
}
