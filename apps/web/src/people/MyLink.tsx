import { Button, Dialog, useToast } from "@parley/ui";
import { QrCode } from "../conversations/QrCode.tsx";
import { useI18n } from "../i18n/index.ts";
import { createAccount } from "../sync/index.ts";

/** One's own link, as text and as a code. */
export function MyLink(props: { onClose(): void }) {
  const { t } = useI18n();
  const toast = useToast();
  const account = createAccount();
  const link = () => `${location.origin}/u/${account()?.person.username ?? ""}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link());
    toast.show({ text: t("contacts.linkCopied") });
  };
  return (
    <Dialog
      isOpen
      title={t("contacts.mine")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("app.close")}</Button>
          <Button variant="primary" icon="copy" onClick={() => void copy()}>
            {t("contacts.copyLink")}
          </Button>
        </>
      }
    >
      <p class="muted">{t("contacts.mineText")}</p>
      <QrCode text={link()} label={t("contacts.qrLabel", { link: link() })} />
      <p class="t-sm">
        <bdi>{link()}</bdi>
      </p>
    </Dialog>
  );
}
