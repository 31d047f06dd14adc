import type { ContentInput, ConversationId, UserId } from "@parley/schema";
import { IconButton, Menu, MenuItem } from "@parley/ui";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { pickFiles } from "../../attachments/choosing/pick-files.ts";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import type { ThreadPlace } from "../create-composing.ts";

const AttachEditor = lazy(() => import("./AttachEditor.tsx").then((module) => ({ default: module.AttachEditor })));

export type EditorProps = { onSend(content: ContentInput): void; onClose(): void };

/** What can be put into a message besides words. */
export function AttachMenu(props: {
  conversationId: ConversationId;
  /** Whom a first message is for. */
  to: UserId | undefined;
  /** Among two, nothing is anonymous. */
  isAmongTwo: boolean;
  /** The thread that it is put into. */
  place?: ThreadPlace | undefined;
  onFiles(files: readonly File[]): void;
  onSent(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const [open, setOpen] = createSignal<ContentInput["kind"]>();
  const close = () => setOpen(undefined);
  const send = (content: ContentInput) => {
    close();
    const { conversationId, to } = props;
    void sync.do.sendMessage({ conversationId, content, ...(to && { to }), ...props.place });
    props.onSent();
  };

  return (
    <>
      <Menu
        label={t("kinds.attach")}
        align="start"
        trigger={(attributes) => <IconButton {...attributes} icon="plus" label={t("kinds.attach")} />}
      >
        <MenuItem icon="image" onClick={() => void pickFiles("image/*,video/*").then(props.onFiles)}>
          {t("choosing.media")}
        </MenuItem>
        <MenuItem icon="paperclip" onClick={() => void pickFiles("").then(props.onFiles)}>
          {t("choosing.file")}
        </MenuItem>
        <Show when={matchMedia("(pointer: coarse)").matches}>
          <MenuItem icon="camera" onClick={() => void pickFiles("image/*", true).then(props.onFiles)}>
            {t("choosing.camera")}
          </MenuItem>
        </Show>
        <MenuItem icon="poll" onClick={() => setOpen("poll")}>
          {t("kinds.poll.new")}
        </MenuItem>
        <MenuItem icon="file-text" onClick={() => setOpen("code")}>
          {t("kinds.code.new")}
        </MenuItem>
        <MenuItem icon="map-pin" onClick={() => setOpen("location")}>
          {t("kinds.location.new")}
        </MenuItem>
        <MenuItem icon="contact-card" onClick={() => setOpen("contact")}>
          {t("kinds.contact.new")}
        </MenuItem>
      </Menu>
      <Suspense>
        <Show when={open()}>
          {(kind) => <AttachEditor kind={kind()} canBeAnonymous={!props.isAmongTwo} onSend={send} onClose={close} />}
        </Show>
      </Suspense>
    </>
  );
}
