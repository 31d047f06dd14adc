import { type FileId, limits, newId, type Sticker } from "@parley/schema";
import { prepare } from "../attachments/prepare/index.ts";

/** A picture that is to go into a pack. */
export type NewSticker = { sticker: Sticker; blob: Blob };
/** Why none could be made of a file. */
export type Trouble = "stickers.noPicture" | "stickers.tooLarge";

const longestSide = 512;
const usualEmoji = "🙂";

/** Makes a sticker of a picture: small, and with nothing in it but what is seen. What moves stays as it is. */
export async function makeSticker(file: File): Promise<NewSticker | Trouble> {
  const made = await prepare(file, { isOriginal: false }).catch(() => null);
  if (made?.kind !== "image") return "stickers.noPicture";
  const { thumbHash, isAnimated, width = 1, height = 1 } = made.input;
  const scale = isAnimated ? 1 : Math.min(1, longestSide / Math.max(width, height));
  const box = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const blob = scale < 1 ? await drawn(made.blob, box) : made.blob;
  if (blob.size > limits.stickerBytes) return "stickers.tooLarge";
  const shown = { ...box, ...(thumbHash && { thumbHash }), ...(isAnimated && { isAnimated }) };
  return { sticker: { fileId: newId<FileId>(), emoji: usualEmoji, ...shown }, blob };
}

async function drawn(blob: Blob, { width, height }: { width: number; height: number }): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: "image/webp", quality: 0.9 });
}
