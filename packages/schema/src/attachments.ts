import type { FileId } from "./ids.ts";

/** How it is shown: told from the file's content by the server. */
export const attachmentKinds = ["image", "video", "audio", "voice", "document", "sticker"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A file on a message. What is absent, it does not have or nobody knows. */
export type Attachment = {
  fileId: FileId;
  kind: AttachmentKind;
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  /** Of pictures and videos: pixels, upright. */
  width?: number;
  height?: number;
  /** The picture in 25 bytes, as base64: https://evanw.github.io/thumbhash/ */
  thumbHash?: string;
  /** Moves like a GIF: without sound, again and again. */
  isAnimated?: true;
  /** Of what is heard or moves. */
  durationMs?: number;
  /** Of a film that few browsers play: one beside it that all do is being made, or was. */
  playable?: "making" | "made";
  /** How loud it is from beginning to end, a byte for each of `limits.waveformBars`, as base64. */
  waveform?: string;
  /** What is to be seen, for who does not see it. */
  alt?: string;
};

/** What phones of one maker take pictures in; few browsers can draw it. */
export const isHeif = (mime: string): boolean => /^image\/hei[cf](-sequence)?$/.test(mime);

/** Sizes in which the server keeps a picture that stands in for a file: their longest side in pixels. */
export const thumbnailSizes = { small: 480, large: 1_600 } as const;
/** `original` is shown in place where that is safe, `download` never; `playable` is made of a film that few browsers play. */
export type FileVariant = keyof typeof thumbnailSizes | "original" | "playable" | "download";

/** Where a file is served, of the message or the sticker pack that holds it. Without its ticket it is the file's name in caches. */
export const attachmentPath = (holderId: string, fileId: string, variant: FileVariant): string =>
  `/files/attachments/${holderId}/${fileId}/${variant}`;
