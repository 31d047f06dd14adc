import type { DraftFile, MessageId } from "@parley/schema";
import { For, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { iconOf, Named, TilePicture } from "./TilePicture.tsx";

/** The files of a message that waits for its time, as they are in a tray. */
export function WaitingFiles(props: { messageId: MessageId; files: readonly DraftFile[] }) {
  const { t } = useI18n();
  return (
    <ul class="tray__tiles" aria-label={t("choosing.tray")}>
      <For each={props.files}>
        {(file) => (
          <li class="tile tile--still" data-kind={file.kind} title={file.name}>
            <Show when={file.kind === "image"} fallback={<Named icon={iconOf(file.kind)} name={file.name} />}>
              <TilePicture file={file} holderId={props.messageId} />
              <span class="sr">{file.alt || file.name}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
