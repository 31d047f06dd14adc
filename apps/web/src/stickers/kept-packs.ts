import type { Attachment, KeptPack, Sticker, StickerPack, StickerPackId } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { createOwn } from "../sync/index.ts";

export type Pack = { packId: StickerPackId; pack: KeptPack };

/** The packs that the user made or keeps, the oldest first. */
export function createKeptPacks(): Accessor<Pack[]> {
  const rows = createOwn<KeptPack>("stickers");
  return createMemo(() =>
    rows()
      .map(({ key, value }) => ({ packId: key as StickerPackId, pack: value }))
      .sort((a, b) => (a.packId < b.packId ? -1 : 1)),
  );
}

/** Whether a pack holds this picture. */
export const hasSticker = (pack: StickerPack, fileId: string): boolean =>
  pack.stickers.some((it) => it.fileId === fileId);

/** A sticker as a message carries it. */
export function attachmentOf({ emoji, ...shown }: Sticker): Attachment {
  return { ...shown, kind: "sticker", name: "sticker.webp", mime: "image/webp", size: 0, alt: emoji };
}
