import type { MessageRow, UserId } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { Show } from "solid-js";
import { FormError } from "../../accounts/FormError.tsx";
import { createAct } from "../../app/create-act.ts";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import type { Medium } from "./create-media-list.ts";

/** One's own picture among several can go alone; what others made and one passed on goes with its message only. */
export const canTakeOut = (message: MessageRow, me: UserId): boolean =>
  message.senderId === me && message.seq > 0 && !message.forwarded && (message.attachments ?? []).length > 1;

/** Asks once before one picture of several goes for everyone, or all of them do. */
export function RemoveFromAlbum(props: {
  medium: Medium;
  isAllOffered: boolean;
  onRemoveAll(): void;
  onClose(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  const remove = async () => {
    const fileIds = [props.medium.file.fileId];
    if (await act.run(() => sync.api.files.remove.mutate({ fileIds }))) props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={t("files.removeTitle")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose} autofocus>
            {t("messages.keepIt")}
          </Button>
          <Show when={props.isAllOffered}>
            <Button variant="ghost" onClick={props.onRemoveAll}>
              {t("files.removeAll")}
            </Button>
          </Show>
          <Button variant="danger" isBusy={act.isBusy()} onClick={() => void remove()}>
            {t("files.removeOne")}
          </Button>
        </>
      }
    >
      <p class="muted">{t("files.removeText")}</p>
      <FormError act={act} />
    </Dialog>
  );
}
