import { isHeif } from "@parley/schema";
import { CannotPrepare } from "./cannot-prepare.ts";
import { cleanPicture } from "./clean-picture.ts";
import type { Details } from "./details.ts";
import { heifSize } from "./heif-size.ts";
import { isAnimated } from "./is-animated.ts";
import { pixelsIn } from "./pixels-in.ts";
import { smallestOf } from "./smallest-of.ts";
import { thumbHashOf } from "./thumb-hash-of.ts";

export type PictureJob = { blob: Blob; mime: string; isOriginal: boolean };
/** Without `isPicture`, nobody can be expected to read it as one: it is sent as a document. */
export type MadePicture = { blob: Blob; isPicture: boolean; details: Details };

/** Unpacked, a pixel takes four bytes: half a gigabyte is what a good phone can hold for a moment. */
const mostPixels = 125_000_000;
const longestSide = 2_048;

/** Makes a picture ready to be sent: what was written beside it gone, its pixels as many as a screen shows. */
export async function makePicture({ blob, mime, isOriginal }: PictureJob): Promise<MadePicture> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (pixelsIn(bytes, mime) > mostPixels) throw new CannotPrepare("attachments.tooManyPixels");
  const clean = cleanOrNull(bytes, mime);
  const bitmap = await decoded(clean, blob);
  if (!bitmap) return asItIs(bytes, mime, clean ?? blob);

  const moves = isAnimated(bytes, mime);
  const { width, height } = bitmap;
  const { thumbHash, isClear } = thumbHashOf(bitmap, width, height);
  // What the cleaning broke is painted anew, whatever was asked for.
  const keeps = clean !== null && (isOriginal || moves);
  const made = keeps
    ? { blob: clean, width, height }
    : await smallestOf(bitmap, { clean, limit: isOriginal ? Number.POSITIVE_INFINITY : longestSide, isClear, mime });
  bitmap.close();
  const details = {
    width: made.width,
    height: made.height,
    thumbHash,
    ...(moves && keeps && { isAnimated: true as const }),
  };
  return { blob: made.blob, isPicture: true, details };
}

/** What phones take and few browsers can draw, the server can. */
function asItIs(bytes: Uint8Array, mime: string, blob: Blob): MadePicture {
  const size = isHeif(mime) ? heifSize(bytes) : undefined;
  return { blob, isPicture: size !== undefined, details: size ?? {} };
}

function cleanOrNull(bytes: Uint8Array<ArrayBuffer>, mime: string): Blob | null {
  try {
    return new Blob([cleanPicture(bytes, mime)], { type: mime });
  } catch {
    // It is not built as it should be; perhaps it can be seen even so.
    return null;
  }
}

async function decoded(...blobs: (Blob | null)[]): Promise<ImageBitmap | null> {
  for (const blob of blobs) {
    const bitmap = blob && (await createImageBitmap(blob, { imageOrientation: "from-image" }).catch(() => null));
    if (bitmap) return bitmap;
  }
  return null;
}
