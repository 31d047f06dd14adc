import { type Prepared, prepare } from "./index.ts";

export type SmallPicture = { blob: Blob; width: number; height: number } & Pick<
  Prepared["input"],
  "thumbHash" | "isAnimated"
>;

/** Its longest side in pixels. */
export const longest = ({ width, height }: Pick<SmallPicture, "width" | "height">) => Math.max(width, height);

/** A picture whose longest side is at most this, with nothing in it but what is seen; null of what is none. What moves stays as it is. */
export async function smallPicture(file: File, longestSide: number): Promise<SmallPicture | null> {
  const made = await prepare(file, { isOriginal: false }).catch(() => null);
  // Of one that this browser cannot draw there is no placeholder, and nothing small can be made of it.
  if (made?.kind !== "image" || !made.input.thumbHash) return null;
  const { thumbHash, isAnimated, width = 1, height = 1 } = made.input;
  const scale = isAnimated ? 1 : Math.min(1, longestSide / longest({ width, height }));
  const box = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const blob = scale < 1 ? await drawn(made.blob, box) : made.blob;
  return { blob, ...box, thumbHash, ...(isAnimated && { isAnimated }) };
}

async function drawn(blob: Blob, { width, height }: { width: number; height: number }): Promise<Blob> {
  const bitmap = await createImageBitmap(blob, { resizeWidth: width, resizeHeight: height, resizeQuality: "high" });
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: "image/webp", quality: 0.9 });
}
