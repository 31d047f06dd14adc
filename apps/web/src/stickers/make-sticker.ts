import { type FileId, limits, newId, type Sticker } from "@parley/schema";
import { longest, smallPicture } from "../attachments/prepare/small-picture.ts";

/** A picture that is to go into a pack. */
export type NewSticker = { sticker: Sticker; blob: Blob };
/** Why none could be made of a file. */
export type Trouble = "stickers.noPicture" | "stickers.tooLarge";

const longestSide = 512;
const usualEmoji = "🙂";

/** Makes a sticker of a picture: small, and with nothing in it but what is seen. What moves stays as it is. */
export async function makeSticker(file: File): Promise<NewSticker | Trouble> {
  const made = await smallPicture(file, longestSide);
  if (!made) return "stickers.noPicture";
  const { blob, ...shown } = made;
  if (blob.size > limits.stickerBytes || longest(made) > limits.smallPictureSide) return "stickers.tooLarge";
  return { sticker: { fileId: newId<FileId>(), emoji: usualEmoji, ...shown }, blob };
}
