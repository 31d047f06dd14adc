import { Button, Dialog } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { QrCode } from "./QrCode.tsx";

/** An invite link for somebody who stands next to one. */
export function InviteQr(props: { link: string; onClose(): void }) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen
      title={t("groups.qrTitle")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <p class="muted">{t("groups.qrText")}</p>
      <QrCode text={props.link} label={t("groups.qrLabel", { link: props.link })} />
    </Dialog>
  );
}
