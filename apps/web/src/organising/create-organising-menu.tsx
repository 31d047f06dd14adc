import type { ConversationId } from "@parley/schema";
import { createSignal, lazy, Match, Suspense, Switch } from "solid-js";
import type { ConversationEntry, Folder } from "../sync/index.ts";
import type { OpenOrganising } from "./OrganisingMenu.tsx";

const OrganisingMenu = lazy(() =>
  import("./OrganisingMenu.tsx").then((module) => ({ default: module.OrganisingMenu })),
);
const FolderDialog = lazy(() => import("./FolderDialog.tsx").then((module) => ({ default: module.FolderDialog })));

type Open =
  | { kind: "menu"; menu: OpenOrganising }
  | { kind: "folder"; folder: Folder | undefined; chosen: ConversationId[] };

/** The menu of one conversation, and the dialog of a folder: one of them at a time. */
export function createOrganisingMenu() {
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const menu = () => {
    const shown = open();
    return shown?.kind === "menu" ? shown.menu : undefined;
  };
  const folder = () => {
    const shown = open();
    return shown?.kind === "folder" ? shown : undefined;
  };

  return {
    isOpen: () => open() !== undefined,
    open: (entry: ConversationEntry, at: OpenOrganising["at"], from: HTMLElement | null) =>
      setOpen({ kind: "menu", menu: { entry, at, from } }),
    editFolder: (edited?: Folder, chosen: ConversationId[] = []) => setOpen({ kind: "folder", folder: edited, chosen }),
    Outlet: () => (
      <Suspense>
        <Switch>
          <Match when={menu()} keyed>
            {(shown) => (
              <OrganisingMenu
                open={shown}
                onClose={() => menu() === shown && close()}
                onNewFolder={() => setOpen({ kind: "folder", folder: undefined, chosen: [shown.entry.id] })}
              />
            )}
          </Match>
          <Match when={folder()} keyed>
            {(shown) => <FolderDialog folder={shown.folder} chosen={shown.chosen} onClose={close} />}
          </Match>
        </Switch>
      </Suspense>
    ),
  };
}

export type OrganisingMenuHandle = ReturnType<typeof createOrganisingMenu>;
