import type { FileId, Mark, UserId } from "@parley/schema";
import { createSignal, lazy, Match, Suspense, Switch } from "solid-js";
import type { TimelineMessage } from "../sync/index.ts";
import type { OpenMenu } from "./MessageMenu.tsx";
import type { MessageActions, MessageSetting } from "./message-actions.ts";

const DeleteMessage = lazy(() => import("./DeleteMessage.tsx").then((module) => ({ default: module.DeleteMessage })));
const EmojiPicker = lazy(() => import("./EmojiPicker.tsx").then((module) => ({ default: module.EmojiPicker })));
const MessageMenu = lazy(() => import("./MessageMenu.tsx").then((module) => ({ default: module.MessageMenu })));
const ReactionList = lazy(() => import("./ReactionList.tsx").then((module) => ({ default: module.ReactionList })));
const FileViewer = lazy(() =>
  import("../attachments/view/FileViewer.tsx").then((module) => ({ default: module.FileViewer })),
);
const MessageInfo = lazy(() => import("./MessageInfo.tsx").then((module) => ({ default: module.MessageInfo })));
const PersonCard = lazy(() => import("../people/PersonCard.tsx").then((module) => ({ default: module.PersonCard })));
const TagDialog = lazy(() => import("./saved-tags/TagDialog.tsx").then((module) => ({ default: module.TagDialog })));
const MessageVersions = lazy(() =>
  import("./MessageVersions.tsx").then((module) => ({ default: module.MessageVersions })),
);

type Open =
  | { kind: "menu"; menu: OpenMenu }
  | { kind: "picker"; message: TimelineMessage; at: DOMRect }
  | { kind: "person"; id: UserId }
  | { kind: "file"; message: TimelineMessage; fileId: FileId }
  | { kind: "delete" | "info" | "versions" | "reactions" | "tags"; message: TimelineMessage };

/** The menu and the dialogs of a message: one of them at a time, for whichever message asked. */
export function createMessageDialogs(source: { setting: MessageSetting; marks: () => Mark[] }) {
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const menu = () => {
    const shown = open();
    return shown?.kind === "menu" ? shown.menu : undefined;
  };
  const picker = () => {
    const shown = open();
    return shown?.kind === "picker" ? shown : undefined;
  };
  const file = () => {
    const shown = open();
    return shown?.kind === "file" ? shown : undefined;
  };
  const messageOf = (kind: "delete" | "info" | "versions" | "reactions" | "tags") => {
    const shown = open();
    return shown?.kind === kind ? shown.message : undefined;
  };

  const personId = () => {
    const shown = open();
    return shown?.kind === "person" ? shown.id : undefined;
  };

  return {
    openMenu: (message: TimelineMessage, at: DOMRect) =>
      setOpen({ kind: "menu", menu: { message, at, from: document.activeElement as HTMLElement | null } }),
    openQuick: (message: TimelineMessage, at: DOMRect) =>
      setOpen({
        kind: "menu",
        menu: { message, at, from: document.activeElement as HTMLElement | null, isQuick: true },
      }),
    openPicker: (message: TimelineMessage, at: DOMRect) => setOpen({ kind: "picker", message, at }),
    showReactions: (message: TimelineMessage) => setOpen({ kind: "reactions", message }),
    askDelete: (message: TimelineMessage) => setOpen({ kind: "delete", message }),
    showInfo: (message: TimelineMessage) => setOpen({ kind: "info", message }),
    showVersions: (message: TimelineMessage) => setOpen({ kind: "versions", message }),
    editTags: (message: TimelineMessage) => setOpen({ kind: "tags", message }),
    openFile: (message: TimelineMessage, fileId: FileId) => setOpen({ kind: "file", message, fileId }),
    openPerson: (id: UserId) => setOpen({ kind: "person", id }),
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
          <Match when={picker()} keyed>
            {(shown) => (
              <EmojiPicker
                at={shown.at}
                hasOwn
                onChoose={(emoji) => props.actions.react(shown.message, emoji, true)}
                onClose={() => picker() === shown && close()}
              />
            )}
          </Match>
          <Match when={file()} keyed>
            {(shown) => (
              <FileViewer
                message={shown.message}
                fileId={shown.fileId}
                setting={source.setting}
                actions={props.actions}
                onClose={() => file() === shown && close()}
              />
            )}
          </Match>
          <Match when={messageOf("reactions")}>
            {(message) => (
              <ReactionList message={message()} setting={source.setting} actions={props.actions} onClose={close} />
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
          <Match when={messageOf("tags")}>{(message) => <TagDialog message={message()} onClose={close} />}</Match>
          <Match when={personId()}>{(id) => <PersonCard id={id()} onClose={close} />}</Match>
          <Match when={messageOf("versions")}>
            {(message) => <MessageVersions message={message()} onClose={close} />}
          </Match>
        </Switch>
      </Suspense>
    ),
  };
}
