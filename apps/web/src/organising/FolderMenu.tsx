import { ContextMenu, MenuItem } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createFolders } from "../sync/index.ts";
import { createOrganising, type Organise } from "./create-organising.ts";
import type { OpenFolderMenu } from "./FolderTabs.tsx";

/** What can be done with a folder where it stands among the others. */
export function FolderMenu(props: { open: OpenFolderMenu; onEdit(): void; onClose(): void }) {
  const { t } = useI18n();
  const folders = createFolders();
  const organise = createOrganising();
  const at = () => folders().findIndex((it) => it.id === props.open.folder.id);
  const act: Organise = (...given) => {
    props.open.from.focus({ preventScroll: true });
    props.onClose();
    organise(...given);
  };

  return (
    <ContextMenu
      label={t("organising.folderActions", { name: props.open.folder.name })}
      at={props.open.at}
      from={props.open.from}
      onClose={() => props.onClose()}
    >
      <MenuItem
        icon="pencil"
        onClick={() => {
          props.onClose();
          props.onEdit();
        }}
      >
        {t("organising.editFolder")}
      </MenuItem>
      <Show when={folders().length > 1}>
        <MenuItem
          icon="arrow-start"
          disabled={at() === 0}
          onClick={() => act("moveFolder", props.open.folder.id, at() - 1)}
        >
          {t("organising.moveEarlier")}
        </MenuItem>
        <MenuItem
          icon="arrow-end"
          disabled={at() === folders().length - 1}
          onClick={() => act("moveFolder", props.open.folder.id, at() + 1)}
        >
          {t("organising.moveLater")}
        </MenuItem>
      </Show>
      <MenuItem icon="trash" isDanger onClick={() => act("deleteFolder", props.open.folder)}>
        {t("organising.deleteFolder")}
      </MenuItem>
    </ContextMenu>
  );
}
