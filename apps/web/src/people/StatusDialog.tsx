import { Button, Dialog } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createAccount } from "../sync/index.ts";
import { StatusForm } from "./StatusForm.tsx";
import "../settings/settings.css";

/** Says how one is, from wherever one is. */
export function StatusDialog(props: { onClose(): void }) {
  const { t } = useI18n();
  const account = createAccount();
  return (
    <Dialog
      isOpen
      title={t("privacy.status")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <Show when={account()?.person}>{(person) => <StatusForm person={person()} onDone={props.onClose} />}</Show>
    </Dialog>
  );
}
