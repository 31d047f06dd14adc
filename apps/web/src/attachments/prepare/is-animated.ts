import { letters, viewOf } from "./bytes.ts";

/** Whether a picture has more than one frame: a GIF, WebP, PNG or AVIF that moves. */
export function isAnimated(bytes: Uint8Array, mime: string): boolean {
  if (mime === "image/webp") return letters(bytes, 12) === "VP8X" && ((bytes[20] as number) & 0x02) !== 0;
  if (mime === "image/avif") return letters(bytes, 8) === "avis";
  if (mime === "image/png") return isAnimatedPng(bytes);
  return mime === "image/gif" && framesInGif(bytes, 2) > 1;
}

function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = letters(bytes, at + 4);
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
  }
  return false;
}

const [image, extension] = [0x2c, 0x21];

function framesInGif(bytes: Uint8Array, enough: number): number {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const byte = (at: number) => bytes[at] ?? 0;
  let frames = 0;
  let at = 13 + colours(byte(10));
  while (at < bytes.length && frames < enough) {
    const block = byte(at);
    if (block === image) {
      frames++;
      at += 11 + colours(byte(at + 9));
    } else if (block === extension) at += 2;
    else break;
    while (byte(at) > 0) at += byte(at) + 1;
    at++;
  }
  return frames;
}
