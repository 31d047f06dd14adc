import * as v from "valibot";
import { galleryKinds } from "./files.ts";
import { gifLanguages } from "./gifs.ts";
import { conversationId, fileId, messageId, stickerPackId, userId } from "./id-inputs.ts";
import { instant } from "./later-inputs.ts";
import { limits } from "./limits.ts";
import { lineInput } from "./text-inputs.ts";

/** What of a gallery is asked for: of one conversation or of all one is in, of somebody, of a time, by a part of a name. */
export const listFiles = v.strictObject({
  kind: v.picklist(galleryKinds),
  conversationId: v.optional(conversationId),
  senderId: v.optional(userId),
  from: v.optional(instant),
  to: v.optional(instant),
  name: v.optional(lineInput(0, limits.fileNameLength), ""),
  /** Only what comes after this one, which was listed before. */
  after: v.optional(messageId),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 60),
});
/** A sticker in a message. */
export const oneSticker = v.strictObject({ messageId, fileId });
/** A pack that is shared by a link. */
export const onePack = v.strictObject({ packId: stickerPackId });
export const removeFiles = v.strictObject({ fileIds: v.pipe(v.array(fileId), v.minLength(1), v.maxLength(100)) });
/** `language`: in which they are called. */
export const searchGifs = v.strictObject({
  query: v.optional(lineInput(0, 80), ""),
  language: v.optional(v.picklist(gifLanguages), "en"),
});
