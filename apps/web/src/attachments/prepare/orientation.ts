import { letters, viewOf } from "./bytes.ts";

const orientationTag = 0x0112;

/** Which way up a picture is, 1 to 8, from its EXIF (which begins with its byte order); 1 when it does not say. */
export function readOrientation(exif: Uint8Array): number {
  const view = viewOf(exif);
  const order = letters(exif, 0, 2);
  if (exif.length < 14 || (order !== "II" && order !== "MM")) return 1;
  const isLittle = order === "II";
  const first = view.getUint32(4, isLittle);
  if (first + 2 > exif.length) return 1;
  const count = view.getUint16(first, isLittle);
  for (let at = first + 2; at < first + 2 + count * 12 && at + 12 <= exif.length; at += 12) {
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF that says which way up a picture is, and nothing else. */
export function orientationExif(orientation: number): Uint8Array {
  const exif = new Uint8Array(26);
  const view = viewOf(exif);
  exif.set([0x4d, 0x4d, 0, 42]);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, orientationTag);
  view.setUint16(12, 3);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return exif;
}
