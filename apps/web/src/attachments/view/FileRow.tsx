import type { Attachment } from "@parley/schema";
import { Icon, IconButton } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import type { FilesProps } from "../MessageFiles.tsx";
import { endingOf, iconOf, previewKind } from "./file-look.ts";
import { saveFile } from "./save-file.ts";

/** A file by its name: pressed, it shows what is in it, or is downloaded where that cannot be shown. */
export function FileRow(props: FilesProps & { file: Attachment }) {
  const { t, formatBytes } = useI18n();
  const sync = useSync();
  const canOpen = () => previewKind(props.file) !== undefined;
  const save = () => void saveFile(sync, props.message.id, props.file);
  const tab = () => (props.isEntered ? 0 : -1);
  const kind = () => endingOf(props.file).toUpperCase();

  return (
    <div class="filerow">
      <button
        type="button"
        class="filerow__open"
        tabindex={tab()}
        onClick={() => (canOpen() ? props.actions.openFile(props.message, props.file.fileId) : save())}
      >
        <span class="filerow__ic" aria-hidden="true">
          <Icon name={iconOf(props.file)} />
        </span>
        <span class="filerow__t">
          <b class="truncate">
            <bdi>{props.file.name}</bdi>
          </b>
          <small>
            {formatBytes(props.file.size)}
            <Show when={kind()}>, {kind()}</Show>
            <span class="sr">, {t(canOpen() ? "files.opens" : "files.saves")}</span>
          </small>
        </span>
      </button>
      <Show when={canOpen()}>
        <IconButton
          icon="download"
          iconSize="sm"
          size="sm"
          class="filerow__save"
          label={t("files.save", { what: props.file.name })}
          tabindex={tab()}
          onClick={save}
        />
      </Show>
    </div>
  );
}
