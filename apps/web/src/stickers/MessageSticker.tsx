import type { Attachment } from "@parley/schema";
import { createMemo } from "solid-js";
import { createSource } from "../attachments/view/create-source.ts";
import { Picture } from "../attachments/view/Picture.tsx";
import type { TimelineMessage } from "../sync/index.ts";
import { createKeptPacks, hasSticker } from "./kept-packs.ts";
import "./stickers.css";

/** A sticker in a message. Of a pack that is kept it is shown from there: at once, and without a network too. */
export function MessageSticker(props: { message: TimelineMessage; file: Attachment }) {
  const packs = createKeptPacks();
  const holder = createMemo(
    () => {
      const kept = packs().find(({ pack }) => hasSticker(pack, props.file.fileId));
      return kept ? { id: kept.packId as string as TimelineMessage["id"], seq: 1 } : props.message;
    },
    undefined,
    { equals: (a, b) => a.id === b.id && a.seq === b.seq },
  );
  const source = createSource(
    holder,
    () => props.file,
    () => true,
  );
  return (
    <span class="stickerpic">
      <Picture file={props.file} source={source} isLarge={false} />
    </span>
  );
}
