import { Button, Dialog } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { type TimelineMessage, useSync } from "../sync/index.ts";

/** Asks once before a message goes for everyone; one that was never sent just goes. */
export function DeleteMessage(props: { message: TimelineMessage; title: string; isSaved: boolean; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const isSent = () => props.message.sendState === "sent";

  const remove = () => {
    const { conversationId, id, commandId, sendState } = props.message;
    if (sendState === "failed" && commandId) void sync.do.discard(commandId);
    else void sync.do.deleteMessage({ conversationId, messageId: id });
    props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={t("messages.deleteTitle")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose} autofocus>
            {t("messages.keepIt")}
          </Button>
          <Button variant="danger" onClick={remove}>
            {t("messages.delete")}
          </Button>
        </>
      }
    >
      <p class="muted">
        {!isSent()
          ? t("messages.deleteUnsent")
          : props.isSaved
            ? t("messages.deleteSaved")
            : t("messages.deleteText", { title: props.title })}
      </p>
    </Dialog>
  );
}
