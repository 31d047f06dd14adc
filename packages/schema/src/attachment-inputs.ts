import * as v from "valibot";
import { attachmentKinds } from "./attachments.ts";
import { fileId } from "./id-inputs.ts";
import { limits } from "./limits.ts";
import { lineInput, textInput } from "./text-inputs.ts";

/** A side of a picture, in pixels. */
export const pictureSize = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const base64 = (mostBytes: number) =>
  v.pipe(v.string(), v.maxLength(Math.ceil(mostBytes / 3) * 4), v.regex(/^[A-Za-z0-9+/]+={0,2}$/));

/** A picture in 25 bytes. */
export const thumbHash = base64(limits.thumbHashBytes);

/** A file that was uploaded, and what its sender's device knows of it. What it is, the server sees for itself. */
export const attachmentInput = v.strictObject({
  fileId,
  name: lineInput(1, limits.fileNameLength),
  width: v.optional(pictureSize),
  height: v.optional(pictureSize),
  thumbHash: v.optional(thumbHash),
  isAnimated: v.optional(v.literal(true)),
  durationMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000))),
  waveform: v.optional(base64(limits.waveformBars)),
  alt: v.optional(textInput(0, limits.altLength)),
  /** It was spoken into Parley, or picked from a pack. */
  as: v.optional(v.picklist(["voice", "sticker"])),
});
export type AttachmentInput = v.InferOutput<typeof attachmentInput>;

/**
 * A file that waits in a draft: with what the sender's other devices show of it. Nothing follows from what is said of
 * its content; sending sees for itself.
 */
export const draftFile = v.strictObject({
  ...attachmentInput.entries,
  kind: v.picklist(attachmentKinds),
  mime: v.pipe(v.string(), v.maxLength(100), v.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.fileBytes)),
});
export type DraftFile = v.InferOutput<typeof draftFile>;

/** What a device says of a file before it sends its bytes. */
export const uploadInput = v.strictObject({
  fileId,
  name: lineInput(1, limits.fileNameLength),
  size: v.pipe(v.number(), v.integer(), v.minValue(1, "This file is empty."), v.maxValue(limits.fileBytes)),
});
export type UploadInput = v.InferOutput<typeof uploadInput>;
