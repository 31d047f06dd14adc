import type { FileId, thumbnailSizes } from "@parley/schema";

const folder = "attachments/";

/** Where an uploaded file lies, and what its upload is called. */
export const attachmentKey = (id: FileId): string => `${folder}${id}`;
/** The file whose upload it is. */
export const fileOfKey = (key: string): FileId => key.slice(folder.length) as FileId;

export const thumbnailKey = (id: FileId, size: keyof typeof thumbnailSizes): string => `thumbnails/${id}/${size}.webp`;
/** What every browser plays of it. */
export const playableKey = (id: FileId): string => `playable/${id}.mp4`;
/** All that may lie there of a file. */
export const keysOf = (id: FileId): string[] => [
  thumbnailKey(id, "small"),
  thumbnailKey(id, "large"),
  playableKey(id),
  attachmentKey(id),
];
