import type { I18n } from "../i18n/index.ts";

/** How long the pause of slow mode is, in words. */
export function slowModeWords(t: I18n["t"], seconds: number): string {
  return seconds < 60 ? t("groups.seconds", { count: seconds }) : t("groups.minutes", { count: seconds / 60 });
}
