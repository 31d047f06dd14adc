import type { UserId } from "@parley/schema";
import { Button, Dialog, useToast } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createBlocks, useSync } from "../sync/index.ts";

/** Blocks someone after a question; unblocks at once. */
export function BlockButton(props: { id: UserId; name: string; isBlock?: boolean }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const blocks = createBlocks();
  const [isAsking, setAsking] = createSignal(false);

  const block = () => {
    setAsking(false);
    void sync.do.setBlock(props.id, true);
    toast.show({
      text: t("people.blockedToast", { name: props.name }),
      action: { label: t("people.undo"), run: () => void sync.do.setBlock(props.id, false) },
    });
  };

  return (
    <>
      <Show
        when={blocks().includes(props.id)}
        fallback={
          <Button variant="danger-soft" icon="ban" isBlock={props.isBlock} onClick={() => setAsking(true)}>
            {t("people.blockDots")}
          </Button>
        }
      >
        <Button isBlock={props.isBlock} onClick={() => void sync.do.setBlock(props.id, false)}>
          {t("people.unblock")}
        </Button>
      </Show>
      <Dialog
        isOpen={isAsking()}
        title={t("people.blockTitle", { name: props.name })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t("people.dontBlock")}</Button>
            <Button variant="danger" onClick={block}>
              {t("people.block")}
            </Button>
          </>
        }
      >
        <p class="muted">{t("people.blockText")}</p>
      </Dialog>
    </>
  );
}
