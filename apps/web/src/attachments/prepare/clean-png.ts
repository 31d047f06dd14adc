import { joined, letters, viewOf } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { orientationExif, readOrientation } from "./orientation.ts";

/** Written beside the picture: EXIF, texts (XMP is one), and when it was changed. */
const dropped = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);
const headBytes = 8;

/** The same picture without what was written beside it, and without what stands behind its end. */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, headBytes)];
  for (let at = headBytes; at + 12 <= bytes.length; ) {
    const type = letters(bytes, at + 4);
    const end = at + 12 + view.getUint32(at);
    if (type === "eXIf") kept.push(...exifChunk(readOrientation(bytes.subarray(at + 8, end - 4))));
    else if (!dropped.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") break;
    at = end;
  }
  return joined(kept);
}

function exifChunk(orientation: number): Uint8Array[] {
  if (orientation === 1) return [];
  const exif = orientationExif(orientation);
  const chunk = new Uint8Array(12 + exif.length);
  const view = viewOf(chunk);
  view.setUint32(0, exif.length);
  chunk.set(
    Uint8Array.from("eXIf", (it) => it.charCodeAt(0)),
    4,
  );
  chunk.set(exif, 8);
  view.setUint32(8 + exif.length, crc32(chunk.subarray(4, 8 + exif.length)));
  return [chunk];
}
