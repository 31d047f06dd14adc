import { joined, letters, viewOf } from "./bytes.ts";
import { orientationExif, readOrientation } from "./orientation.ts";

const exifHead = Uint8Array.from("Exif\0\0", (it) => it.charCodeAt(0));

/** The same picture, bit by bit, without what was written beside it: EXIF, place, XMP, comments, films behind its end. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1 && letters(segment, 4, 6) === "Exif\0\0") orientation = readOrientation(segment.subarray(10));
    const next = marker === 0xda ? endOfScan(bytes, end) : end;
    if (isNeeded(marker, segment)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return joined([bytes.subarray(0, 2), ...exifSegment(orientation), ...kept, Uint8Array.of(0xff, 0xd9)]);
}

/** Of the application's segments only JFIF, the colour profile and Adobe's colour transform change what is seen. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe2) return letters(segment, 4, 11) === "ICC_PROFILE";
  return marker === 0xe0 ? letters(segment, 4, 4) === "JFIF" : marker === 0xee;
}

function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return bytes.length;
}

function exifSegment(orientation: number): Uint8Array[] {
  if (orientation === 1) return [];
  const exif = orientationExif(orientation);
  const length = 2 + exifHead.length + exif.length;
  return [Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), exifHead, exif];
}
