import { createMemo, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { MessageActions, MessageSetting } from "../messages/message-actions.ts";
import type { TimelineMessage } from "../sync/index.ts";
import { albumShape } from "./album-shape.ts";
import { isSeen } from "./files-of.ts";
import "./message-files.css";

const Album = lazy(() => import("./view/index.ts").then((module) => ({ default: module.Album })));
const FileRows = lazy(() => import("./view/index.ts").then((module) => ({ default: module.FileRows })));

export type FilesProps = {
  message: TimelineMessage;
  setting: Pick<MessageSetting, "me">;
  actions: Pick<MessageActions, "openFile">;
  isEntered: boolean;
};

/** The files of a message. Their boxes have their size from the start; what fills them loads with the first there is. */
export function MessageFiles(props: FilesProps) {
  const { dir } = useI18n();
  const files = () => props.message.attachments ?? [];
  const seen = createMemo(() => files().filter(isSeen));
  const listed = () => files().filter((it) => !isSeen(it));
  const shape = createMemo(() => albumShape(seen()));

  return (
    <>
      <Show when={seen().length}>
        <div
          class="album"
          dir={dir()}
          style={{ "inline-size": `${shape().width}px`, "aspect-ratio": `${shape().ratio}` }}
        >
          <Suspense>
            <Album {...props} files={seen()} shape={shape()} />
          </Suspense>
        </div>
      </Show>
      <Show when={listed().length}>
        <div class="files" dir={dir()} style={{ "--files": listed().length }}>
          <Suspense>
            <FileRows {...props} files={listed()} />
          </Suspense>
        </div>
      </Show>
    </>
  );
}
