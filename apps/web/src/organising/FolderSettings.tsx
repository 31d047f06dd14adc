import { limits } from "@parley/schema";
import { Button, Card, EmptyState } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createFolders } from "../sync/index.ts";
import { createOrganisingMenu } from "./create-organising-menu.tsx";
import { FolderItem } from "./FolderItem.tsx";
import "./folder-settings.css";

/** The user's folders, in the order in which they stand above the list. */
export function FolderSettings() {
  const { t } = useI18n();
  const folders = createFolders();
  const menu = createOrganisingMenu();
  return (
    <div class="set__cols" data-one>
      <Card
        title={t("organising.folders")}
        note={t("organising.foldersNote")}
        act={
          <Show when={folders().length < limits.folders}>
            <Button size="sm" onClick={() => menu.editFolder()}>
              {t("organising.newFolder")}
            </Button>
          </Show>
        }
      >
        <Show
          when={folders().length > 0}
          fallback={<EmptyState icon="layers" title={t("organising.noFolders")} text="" />}
        >
          <ul class="rows folders">
            <For each={folders()}>
              {(folder, index) => (
                <FolderItem
                  folder={folder}
                  index={index()}
                  count={folders().length}
                  onEdit={() => menu.editFolder(folder)}
                />
              )}
            </For>
          </ul>
        </Show>
      </Card>
      <menu.Outlet />
    </div>
  );
}
