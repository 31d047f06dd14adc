import type { FileId } from "@parley/schema";
import { createSignal, lazy, Match, Switch } from "solid-js";
import type { MessageActions, MessageSetting } from "../../messages/message-actions.ts";
import type { TimelineMessage } from "../../sync/index.ts";
import { isSeen } from "../files-of.ts";
import type { Medium } from "./create-media-list.ts";
import { DocumentPreview } from "./DocumentPreview.tsx";
import { Lightbox } from "./Lightbox.tsx";
import { RemoveFromAlbum } from "./RemoveFromAlbum.tsx";

const PackSheet = lazy(() => import("../../stickers/PackSheet.tsx").then((module) => ({ default: module.PackSheet })));

export type ViewerProps = {
  message: TimelineMessage;
  fileId: FileId;
  setting: Pick<MessageSetting, "me" | "find" | "canDelete">;
  actions: Pick<MessageActions, "jumpTo" | "forward" | "askDelete">;
  /** What can be looked at besides it, in its order; absent: all there is in the conversation. */
  media?: Medium[];
  onClose(): void;
};

/** A file of a message with the whole screen to itself: what is looked at in the lightbox, what is read as a page; of a sticker its pack. */
export function FileViewer(props: ViewerProps) {
  const file = () => props.message.attachments?.find((it) => it.fileId === props.fileId);
  const seen = () => file() && isSeen(file() as NonNullable<ReturnType<typeof file>>);
  const [leaving, setLeaving] = createSignal<Medium>();
  /** The message of what may leave it, where all of it may be deleted too. */
  const whole = () => {
    const medium = leaving();
    const found = medium && props.setting.find(medium.message.id);
    return found && props.setting.canDelete(found) ? found : undefined;
  };
  const removeAll = () => {
    const message = whole();
    props.onClose();
    if (message) props.actions.askDelete(message);
  };

  return (
    <Switch>
      <Match when={leaving()}>
        {(medium) => (
          <RemoveFromAlbum
            medium={medium()}
            isAllOffered={whole() !== undefined}
            onRemoveAll={removeAll}
            onClose={props.onClose}
          />
        )}
      </Match>
      <Match when={file()?.kind === "sticker"}>
        <PackSheet fileId={props.fileId} messageId={props.message.id} onClose={props.onClose} />
      </Match>
      <Match when={seen()}>
        <Lightbox {...props} onTakeOut={setLeaving} />
      </Match>
      <Match when={file()}>
        {(shown) => <DocumentPreview message={props.message} file={shown()} onClose={props.onClose} />}
      </Match>
    </Switch>
  );
}
