import type { AttachmentKind, DraftFile, MessageId } from "@parley/schema";
import { Icon, type IconName } from "@parley/ui";
import { Show } from "solid-js";
import { createSource } from "../view/create-source.ts";
import { Picture } from "../view/Picture.tsx";
import { attachmentOf } from "./taken-of.ts";
import "../view/album.css";
import "./tray.css";

const icons: Partial<Record<AttachmentKind, IconName>> = { image: "image", video: "video", audio: "mic" };
export const iconOf = (kind: AttachmentKind): IconName => icons[kind] ?? "file-text";

/** From this device where it is here, else from the server, which has it for the draft or the scheduled message. */
export function TilePicture(props: { file: DraftFile; holderId: string }) {
  const source = createSource(
    () => ({ id: props.holderId as string as MessageId, seq: 1 }),
    () => props.file,
    () => true,
  );
  return (
    <span class="tile__picture">
      {/* Not every browser can show what every phone makes. */}
      <Show when={source.own() === null && !props.file.thumbHash}>
        <Named icon="image" name={props.file.name} />
      </Show>
      <Picture file={attachmentOf(props.file)} source={source} isLarge={false} />
    </span>
  );
}

/** A file of which there is nothing to be seen. */
export function Named(props: { icon: IconName; name: string }) {
  return (
    <span class="tile__file">
      <Icon name={props.icon} />
      <span class="tile__name" dir="auto">
        {props.name}
      </span>
    </span>
  );
}
