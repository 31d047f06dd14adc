import { cleanHeif } from "./clean-heif.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { cleanPng } from "./clean-png.ts";
import { cleanWebp } from "./clean-webp.ts";

/** The same pixels without what a camera or a program wrote beside them, above all where it was; upright as before. */
export function cleanPicture(bytes: Uint8Array<ArrayBuffer>, mime: string): Uint8Array<ArrayBuffer> {
  switch (mime) {
    case "image/jpeg":
      return cleanJpeg(bytes);
    case "image/png":
      return cleanPng(bytes);
    case "image/webp":
      return cleanWebp(bytes);
    case "image/avif":
    case "image/heic":
    case "image/heif":
      return cleanHeif(bytes);
    default:
      return bytes;
  }
}
