import { rgbaToThumbHash } from "thumbhash";
import { toBase64 } from "./bytes.ts";

/** The largest side ThumbHash takes. */
const side = 100;

/** A picture in 25 bytes, shown while the real one loads; and whether one can see through it somewhere. */
export function thumbHashOf(source: CanvasImageSource, fromWidth: number, fromHeight: number) {
  const scale = Math.min(1, side / Math.max(fromWidth, fromHeight));
  const width = Math.max(1, Math.round(fromWidth * scale));
  const height = Math.max(1, Math.round(fromHeight * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser has no canvas here.");
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const isClear = data.some((value, i) => i % 4 === 3 && value < 255);
  return { thumbHash: toBase64(rgbaToThumbHash(width, height, data)), isClear };
}
