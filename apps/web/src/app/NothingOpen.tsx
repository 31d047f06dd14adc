import { EmptyState } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { createTitle } from "./create-title.ts";

/** The sheet while no chat is open. */
export function NothingOpen() {
  const { t } = useI18n();
  createTitle(() => t("app.chats"));
  return (
    <div class="page page--centre">
      <EmptyState icon="chats" title={t("app.nothingOpen")} text={t("app.nothingOpenText", { keys: paletteKeys() })} />
    </div>
  );
}

/** As the keyboard at hand writes it. */
export function paletteKeys(): string {
  return /mac|iphone|ipad/i.test(navigator.platform) ? "⌘ K" : "Ctrl K";
}
