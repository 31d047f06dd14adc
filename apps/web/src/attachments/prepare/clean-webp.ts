import { joined, letters, viewOf } from "./bytes.ts";
import { orientationExif, readOrientation } from "./orientation.ts";

const headBytes = 12;
/** In the flags of VP8X: that there is EXIF, that there is XMP. */
const [hasExif, hasXmp] = [0x08, 0x04];

/** The same picture without EXIF and XMP, and without what stands behind its end. */
export function cleanWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  const kept: Uint8Array[] = [];
  let orientation = 1;
  for (let at = headBytes; at + 8 <= end; ) {
    const type = letters(bytes, at);
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size & 1);
    const chunk = bytes.subarray(at, next);
    if (type === "EXIF") orientation = readOrientation(chunk.subarray(letters(chunk, 8) === "Exif" ? 14 : 8));
    else if (type !== "XMP ") kept.push(chunk);
    at = next;
  }
  if (orientation !== 1) kept.push(exifChunk(orientation));
  const whole = joined([bytes.subarray(0, headBytes), ...kept]);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  if (letters(whole, headBytes) === "VP8X") {
    const flags = (whole[headBytes + 8] as number) & ~hasExif & ~hasXmp;
    whole[headBytes + 8] = orientation === 1 ? flags : flags | hasExif;
  }
  return whole;
}

function exifChunk(orientation: number): Uint8Array {
  const exif = orientationExif(orientation);
  const chunk = new Uint8Array(8 + exif.length);
  chunk.set(Uint8Array.from("EXIF", (it) => it.charCodeAt(0)));
  viewOf(chunk).setUint32(4, exif.length, true);
  chunk.set(exif, 8);
  return chunk;
}
