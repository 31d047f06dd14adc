import type { MessageRow } from "@parley/schema";
import { settingOf } from "@parley/schema";
import { useNavigate } from "@solidjs/router";
import { type Accessor, createSignal, lazy, Match, Suspense, Switch } from "solid-js";
import { createMe } from "../../conversations/create-view.ts";
import { useI18n } from "../../i18n/index.ts";
import type { MessageActions } from "../../messages/message-actions.ts";
import { canDelete } from "../../messages/message-rights.ts";
import { type Gallery, type TimelineMessage, useSync } from "../../sync/index.ts";
import type { Medium } from "../view/create-media-list.ts";
import type { ViewerProps } from "../view/FileViewer.tsx";
import type { GalleryItem } from "./gallery-items.ts";

const FileViewer = lazy(() => import("../view/FileViewer.tsx").then((it) => ({ default: it.FileViewer })));
const ForwardDialog = lazy(() =>
  import("../../messages/passing-on/ForwardDialog.tsx").then((it) => ({ default: it.ForwardDialog })),
);
const DeleteMessage = lazy(() =>
  import("../../messages/DeleteMessage.tsx").then((it) => ({ default: it.DeleteMessage })),
);

type Open =
  | { kind: "file"; message: TimelineMessage; fileId: ViewerProps["fileId"]; media: Medium[] }
  | { kind: "forward"; message: TimelineMessage }
  | { kind: "delete"; message: TimelineMessage };

/** A thing out of a gallery: looked at among the others, passed on, deleted, or shown where it was sent. */
export function createOpening(source: {
  gallery: Gallery;
  items: Accessor<GalleryItem[]>;
  addressOf(message: MessageRow): string;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const me = createMe();
  const navigate = useNavigate();
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const opened = <Kind extends Open["kind"]>(kind: Kind) => {
    const it = open();
    return it?.kind === kind ? (it as Extract<Open, { kind: Kind }>) : undefined;
  };
  /** As one goes through them: the oldest first. */
  const media = () =>
    source
      .items()
      .flatMap(({ message, file }) => (file ? [{ message, file }] : []))
      .reverse();
  const titleOf = ({ conversationId }: MessageRow) => source.gallery.conversationOf(conversationId)?.title ?? "";
  const isSaved = ({ conversationId }: MessageRow) => source.gallery.conversationOf(conversationId)?.kind === "saved";

  const setting: ViewerProps["setting"] = {
    get me() {
      return me();
    },
    find: () => undefined,
    canDelete(message) {
      const it = source.gallery.conversationOf(message.conversationId);
      if (!it || it.isLeft) return false;
      const roleInGroup = it.kind === "group" || it.kind === "channel" ? it.me.role : undefined;
      const hours = settingOf(it, "deleteForAllHours");
      return canDelete(message, { me: me(), now: sync.serverNow(), isSaved: it.kind === "saved", roleInGroup, hours });
    },
  };
  const actions: ViewerProps["actions"] & Pick<MessageActions, "openFile"> = {
    openFile: (message, fileId) => setOpen({ kind: "file", message, fileId, media: media() }),
    forward: (message) => setOpen({ kind: "forward", message }),
    askDelete: (message) => setOpen({ kind: "delete", message }),
    jumpTo(messageId) {
      const message = source.items().find((it) => it.message.id === messageId)?.message;
      if (message) navigate(source.addressOf(message));
    },
  };

  return {
    setting,
    actions,
    Outlet: () => (
      <Suspense>
        <Switch>
          <Match when={opened("file")} keyed>
            {(it) => (
              <FileViewer
                message={it.message}
                fileId={it.fileId}
                media={it.media}
                setting={setting}
                actions={actions}
                onClose={() => open() === it && close()}
              />
            )}
          </Match>
          <Match when={opened("forward")}>
            {(it) => (
              <ForwardDialog
                messages={[it().message]}
                names={[source.gallery.personOf(it().message.senderId)?.displayName ?? ""]}
                onDone={close}
                onClose={close}
              />
            )}
          </Match>
          <Match when={opened("delete")}>
            {(it) => (
              <DeleteMessage
                message={it().message}
                title={isSaved(it().message) ? t("app.saved") : titleOf(it().message)}
                isSaved={isSaved(it().message)}
                onClose={close}
              />
            )}
          </Match>
        </Switch>
      </Suspense>
    ),
  };
}

export type Opening = ReturnType<typeof createOpening>;
