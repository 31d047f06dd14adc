import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";

/** More it does not take. */
const longestSide = 100;

/** The picture in 25 bytes, as base64. */
export async function thumbHashOf(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .resize({ width: longestSide, height: longestSide, fit: "inside" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
