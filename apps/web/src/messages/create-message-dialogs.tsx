import type { Mark } from "@parley/schema";
import { createSignal, lazy, Match, Suspense, Switch } from "solid-js";
import type { TimelineMessage } from "../sync/index.ts";
import { MessageMenu, type OpenMenu } from "./MessageMenu.tsx";
import type { MessageActions, MessageSetting } from "./message-actions.ts";

const DeleteMessage = lazy(() => import("./DeleteMessage.tsx").then((module) => ({ default: module.DeleteMessage })));
const MessageInfo = lazy(() => import("./MessageInfo.tsx").then((module) => ({ default: module.MessageInfo })));
const MessageVersions = lazy(() =>
  import("./MessageVersions.tsx").then((module) => ({ default: module.MessageVersions })),
);

type Open = { kind: "menu"; menu: OpenMenu } | { kind: "delete" | "info" | "versions"; message: TimelineMessage };

/** The menu and the dialogs of a message: one of them at a time, for whichever message asked. */
export function createMessageDialogs(source: { setting: MessageSetting; marks: () => Mark[] }) {
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const menu = () => {
    const shown = open();
    return shown?.kind === "menu" ? shown.menu : undefined;
  };
  const messageOf = (kind: "delete" | "info" | "versions") => {
    const shown = open();
    return shown?.kind === kind ? shown.message : undefined;
  };

  return {
    openMenu: (message: TimelineMessage, at: DOMRect) =>
      setOpen({ kind: "menu", menu: { message, at, from: document.activeElement as HTMLElement | null } }),
    askDelete: (message: TimelineMessage) => setOpen({ kind: "delete", message }),
    showInfo: (message: TimelineMessage) => setOpen({ kind: "info", message }),
    showVersions: (message: TimelineMessage) => setOpen({ kind: "versions", message }),
    Outlet: (props: { actions: MessageActions }) => (
      <Suspense>
        <Switch>
          <Match when={menu()} keyed>
            {(shown) => (
              <MessageMenu
                open={shown}
                setting={source.setting}
                actions={props.actions}
                onClose={() => menu() === shown && close()}
              />
            )}
          </Match>
          <Match when={messageOf("delete")}>
            {(message) => (
              <DeleteMessage
                message={message()}
                title={source.setting.title}
                isSaved={source.setting.isSaved}
                onClose={close}
              />
            )}
          </Match>
          <Match when={messageOf("info")}>
            {(message) => (
              <MessageInfo message={message()} setting={source.setting} marks={source.marks()} onClose={close} />
            )}
          </Match>
          <Match when={messageOf("versions")}>
            {(message) => <MessageVersions message={message()} onClose={close} />}
          </Match>
        </Switch>
      </Suspense>
    ),
  };
}
