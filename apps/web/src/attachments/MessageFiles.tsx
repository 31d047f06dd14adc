import { createComputed, createMemo, createSignal, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useI18n } from "../i18n/index.ts";
import type { MessageActions, MessageSetting } from "../messages/message-actions.ts";
import type { TimelineMessage } from "../sync/index.ts";
import { albumShape } from "./album-shape.ts";
import { isSeen } from "./files-of.ts";
import "./message-files.css";

// Without `lazy`: what it waits for belongs to the first row there is, and a row comes and goes as one scrolls.
const [view, setView] = createSignal<typeof import("./view/index.ts")>();
let isAsked = false;

function askView(): void {
  if (isAsked) return;
  isAsked = true;
  import("./view/index.ts").then(
    ({ Album, FileRows }) => setView({ Album, FileRows }),
    () => (isAsked = false),
  );
}

export type FilesProps = {
  message: TimelineMessage;
  setting: Pick<MessageSetting, "me">;
  actions: Pick<MessageActions, "openFile">;
  isEntered: boolean;
};

/** The files of a message. Their boxes have their size from the start; what fills them loads with the first there is. */
export function MessageFiles(props: FilesProps) {
  const { dir } = useI18n();
  createComputed(() => props.message.attachments && askView());
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
          <Show when={view()}>
            {(it) => <Dynamic component={it().Album} {...props} files={seen()} shape={shape()} />}
          </Show>
        </div>
      </Show>
      <Show when={listed().length}>
        <div class="files" dir={dir()} style={{ "--files": listed().length }}>
          <Show when={view()}>{(it) => <Dynamic component={it().FileRows} {...props} files={listed()} />}</Show>
        </div>
      </Show>
    </>
  );
}
