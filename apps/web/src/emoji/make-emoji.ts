import { type CustomEmoji, type EmojiId, emojiPath, type FileId, limits, newId, type UserId } from "@parley/schema";
import { longest, type SmallPicture, smallPicture } from "../attachments/prepare/small-picture.ts";
import { keepFile, type Sync } from "../sync/index.ts";

/** Why no emoji could be made of a file. */
export type Trouble = "emoji.noPicture" | "emoji.tooLarge" | "emoji.tooLargeMoving";

/** A picture small enough for an emoji. What moves stays as it is. */
export async function emojiPicture(file: File): Promise<SmallPicture | Trouble> {
  const made = await smallPicture(file, limits.emojiPixels);
  if (!made) return "emoji.noPicture";
  if (made.blob.size > limits.emojiBytes || longest(made) > limits.smallPictureSide)
    return made.isAnimated ? "emoji.tooLargeMoving" : "emoji.tooLarge";
  return made;
}

/** Gives everybody an emoji. Its picture is on this device at once, and goes when there is a network. */
export async function makeEmoji(sync: Sync, makerId: UserId, name: string, picture: SmallPicture): Promise<void> {
  const { blob, isAnimated } = picture;
  const fileId = newId<FileId>();
  const emoji: CustomEmoji = { name, fileId, makerId, ...(isAnimated && { isAnimated }) };
  await keepFile(emojiPath(fileId, "original"), blob);
  await sync.do.setEmoji(newId<EmojiId>(), emoji, [{ fileId, name: "emoji.webp", blob }]);
}
