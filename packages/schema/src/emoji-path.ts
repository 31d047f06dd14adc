import type { FileId } from "./ids.ts";

/** Where the picture of one of Parley's own emoji is served, to who is signed in: `small` stands still. */
export const emojiPath = (fileId: FileId, variant: "small" | "original"): string =>
  `/files/attachments/emoji/${fileId}/${variant}`;
