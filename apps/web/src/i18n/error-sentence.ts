import { AppError } from "@parley/schema";
import type { I18n } from "./i18n.tsx";

/** What went wrong, in the reader's language; with the wait in words where there is one. */
export function errorSentence(i18n: Pick<I18n, "t">, error: unknown): string {
  if (isTold(error)) {
    if (error.reason === "too_fast" && error.retryAfter)
      return i18n.t("error.too_fast_wait", { wait: waitInWords(i18n, error.retryAfter) });
    return i18n.t(`error.${error.reason}`);
  }
  return i18n.t("error.internal");
}

type Told = Pick<AppError, "reason" | "retryAfter">;

function isTold(error: unknown): error is Told {
  return (
    error instanceof AppError || (typeof error === "object" && error !== null && "reason" in error && "code" in error)
  );
}

function waitInWords(i18n: Pick<I18n, "t">, seconds: number): string {
  if (seconds < 60) return i18n.t("error.seconds", { count: Math.ceil(seconds) });
  return i18n.t("error.minutes", { count: Math.ceil(seconds / 60) });
}
