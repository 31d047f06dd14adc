import * as v from "valibot";
import { pictureSize, thumbHash } from "./attachment-inputs.ts";
import { emojiInput } from "./emoji-inputs.ts";
import { fileId, messageId, userId } from "./id-inputs.ts";
import type { StickerPackId } from "./ids.ts";
import { limits } from "./limits.ts";
import { lineInput } from "./text-inputs.ts";

/** A picture of a pack, and the emoji it stands for. */
const sticker = v.strictObject({
  fileId,
  emoji: emojiInput,
  width: pictureSize,
  height: pictureSize,
  thumbHash: v.optional(thumbHash),
  isAnimated: v.optional(v.literal(true)),
});
export type Sticker = v.InferOutput<typeof sticker>;

const pack = {
  name: lineInput(1, limits.packNameLength),
  /** Who made it, and alone can change it. */
  ownerId: userId,
  stickers: v.pipe(
    v.array(sticker),
    v.minLength(1, "Put a picture into the pack."),
    v.maxLength(limits.stickersEach),
    v.check((all) => new Set(all.map((it) => it.fileId)).size === all.length, "Each picture stands in a pack once."),
  ),
  /** Its owner gives it on by a link: whoever has that and is signed in may see it, and keep it. */
  isShared: v.optional(v.literal(true)),
};

/** A pack as its owner keeps it. */
export const stickerPack = v.strictObject(pack);
export type StickerPack = v.InferOutput<typeof stickerPack>;

/** The value of a `stickers` row, whose key is the pack's id: a pack that one made, or was shown by a message. */
export const keptPack = v.strictObject({ ...pack, foundIn: v.optional(messageId) });
export type KeptPack = v.InferOutput<typeof keptPack>;

/** The pack that a sticker in a message is from. */
export type ShownPack = { packId: StickerPackId; pack: StickerPack };
