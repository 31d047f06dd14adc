import { Button, Dialog } from "@parley/ui";
import { Show } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";

/** Signing out wipes this device, so it says what would be lost. */
export function SignOutDialog(props: { isOpen: boolean; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  return (
    <Dialog
      isOpen={props.isOpen}
      title={t("settings.signOutTitle")}
      onClose={props.onClose}
      actions={
        <>
          <Button autofocus onClick={() => props.onClose()}>
            {t("settings.staySignedIn")}
          </Button>
          <Button variant="danger" isBusy={act.isBusy()} onClick={() => void act.run(() => sync.signOut())}>
            {t("settings.signOut")}
          </Button>
        </>
      }
    >
      <p class="muted">{t("settings.signOutText")}</p>
      <Show when={sync.status().waiting > 0}>
        <p class="error">{t("settings.signOutWaiting", { count: sync.status().waiting })}</p>
      </Show>
      <Show when={act.error()}>
        <p class="error" role="alert">
          {act.error()}
        </p>
      </Show>
    </Dialog>
  );
}
