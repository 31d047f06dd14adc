import type { ConversationId } from "@parley/schema";
import { MenuItem } from "@parley/ui";
import { For } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createFolders } from "../sync/index.ts";
import type { Organise } from "./create-organising.ts";

/** The folders a conversation is in by choice. */
export function FolderItems(props: {
  conversationId: ConversationId;
  onChoose: Organise;
  onNew(): void;
  onBack(): void;
}) {
  const { t } = useI18n();
  const folders = createFolders();
  return (
    <>
      <MenuItem icon="chevron-start" onClick={() => props.onBack()}>
        {t("organising.back")}
      </MenuItem>
      <hr />
      <For each={folders()}>
        {(folder) => {
          const isIn = () => folder.chosen.includes(props.conversationId);
          return (
            <MenuItem
              check={{ kind: "checkbox", isOn: isIn() }}
              onClick={() => props.onChoose("choose", folder, props.conversationId, !isIn())}
            >
              <bdi class="truncate">{folder.name}</bdi>
            </MenuItem>
          );
        }}
      </For>
      <MenuItem icon="plus" onClick={() => props.onNew()}>
        {t("organising.newFolder")}
      </MenuItem>
    </>
  );
}
