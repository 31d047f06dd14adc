import { Icon, IconButton, Menu, MenuItem } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { Folder } from "../sync/index.ts";
import { createOrganising } from "./create-organising.ts";
import { dragRow } from "./drag-row.ts";

/** One folder in the settings: what it shows, dragged by its handle or moved by its menu. */
export function FolderItem(props: { folder: Folder; index: number; count: number; onEdit(): void }) {
  const { t } = useI18n();
  const organise = createOrganising();
  const what = () =>
    [
      ...props.folder.rules.map((rule) => t(`organising.rule.${rule}`)),
      ...(props.folder.chosen.length > 0 ? [t("organising.folderHolds", { count: props.folder.chosen.length })] : []),
    ].join(", ");
  const move = (index: number) => organise("moveFolder", props.folder.id, index);
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const handle = event.currentTarget;
    dragRow(event, handle, {
      rows: () => [...(handle.closest("ul")?.children ?? [])] as HTMLElement[],
      put: move,
    });
  };

  return (
    <li class="listrow folders__row">
      <Show when={props.count > 1}>
        <span class="folders__handle" aria-hidden="true" onPointerDown={onPointerDown}>
          <Icon name="drag" />
        </span>
      </Show>
      <span class="listrow__text">
        <b>
          <bdi>{props.folder.name}</bdi>
        </b>
        <small>{what()}</small>
      </span>
      <Menu
        label={t("organising.folderActions", { name: props.folder.name })}
        trigger={(attributes) => (
          <IconButton icon="more" label={t("organising.folderActions", { name: props.folder.name })} {...attributes} />
        )}
      >
        <MenuItem icon="pencil" onClick={() => props.onEdit()}>
          {t("organising.editFolder")}
        </MenuItem>
        <Show when={props.count > 1}>
          <MenuItem icon="arrow-up" disabled={props.index === 0} onClick={() => move(props.index - 1)}>
            {t("organising.moveUp")}
          </MenuItem>
          <MenuItem icon="arrow-down" disabled={props.index === props.count - 1} onClick={() => move(props.index + 1)}>
            {t("organising.moveDown")}
          </MenuItem>
        </Show>
        <MenuItem icon="trash" isDanger onClick={() => organise("deleteFolder", props.folder)}>
          {t("organising.deleteFolder")}
        </MenuItem>
      </Menu>
    </li>
  );
}
