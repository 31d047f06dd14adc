import type { MessageId, Sticker, StickerPackId } from "@parley/schema";
import { createResource, Show } from "solid-js";
import { askFileUrl } from "../attachments/file-url.ts";
import { createSource } from "../attachments/view/create-source.ts";
import { Picture } from "../attachments/view/Picture.tsx";
import { useSync } from "../sync/index.ts";
import { attachmentOf } from "./kept-packs.ts";
import "./stickers.css";

/** A picture of a pack; of one that is not kept by leave of the message that shows it. */
export function StickerPicture(props: { packId: StickerPackId; sticker: Sticker; seenIn?: MessageId | undefined }) {
  return (
    <span class="stickerpic">
      <Show when={props.seenIn} fallback={<KeptPicture packId={props.packId} sticker={props.sticker} />}>
        {(messageId) => <SeenPicture packId={props.packId} sticker={props.sticker} seenIn={messageId()} />}
      </Show>
    </span>
  );
}

function KeptPicture(props: { packId: StickerPackId; sticker: Sticker }) {
  const file = () => attachmentOf(props.sticker);
  // A pack serves its pictures as a message does.
  const source = createSource(
    () => ({ id: props.packId as string as MessageId, seq: 1 }),
    file,
    () => true,
  );
  return <Picture file={file()} source={source} isLarge={false} />;
}

function SeenPicture(props: { packId: StickerPackId; sticker: Sticker; seenIn: MessageId }) {
  const sync = useSync();
  const [url] = createResource(
    () => ({ packId: props.packId, fileId: props.sticker.fileId, seenIn: props.seenIn }),
    async ({ packId, fileId, seenIn }) => {
      const messageId = packId as string as MessageId;
      const address = await askFileUrl(sync, { messageId, fileId, variant: "small" });
      return `${address}${address.includes("?") ? "&" : "?"}seenIn=${seenIn}`;
    },
  );
  return <Show when={url.latest}>{(shown) => <img class="pic__img" data-here="" src={shown()} alt="" />}</Show>;
}
