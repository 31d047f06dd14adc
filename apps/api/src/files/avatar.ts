import { AppError } from "@parley/schema";
import sharp from "sharp";

export const avatarSizes = [512, 256, 64] as const;
export type AvatarSize = (typeof avatarSizes)[number];
export type Avatar = { size: AvatarSize; bytes: Buffer }[];

const maxPixels = 50_000_000;
const quality = 82;

// What a file is says its content, never its name or what the browser claims. SVG and other programs in disguise are not among them.
const signatures: ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
  (bytes) => /^GIF8[79]a/.test(bytes.toString("latin1", 0, 6)),
  (bytes) => /^RIFF....WEBP/s.test(bytes.toString("latin1", 0, 12)),
  (bytes) => /^....ftypavi[fs]/s.test(bytes.toString("latin1", 0, 12)),
];

/** The picture as a square in every size, drawn anew: upright, without metadata, and nothing in it but pixels. */
export async function drawAvatar(picture: Buffer): Promise<Avatar> {
  if (!signatures.some((matches) => matches(picture))) throw unreadable();
  try {
    const [largest, ...smaller] = avatarSizes;
    const square = await sharp(picture, { limitInputPixels: maxPixels, failOn: "error" })
      .autoOrient()
      .resize(largest, largest, { fit: "cover" })
      .toColourspace("srgb")
      .webp({ quality })
      .toBuffer();
    const others = smaller.map(async (size) => ({
      size,
      bytes: await sharp(square).resize(size).webp({ quality }).toBuffer(),
    }));
    return [{ size: largest, bytes: square }, ...(await Promise.all(others))];
  } catch {
    // Whatever the decoder says, it is about the bytes that were sent.
    throw unreadable();
  }
}

const unreadable = () =>
  new AppError(
    "bad_input",
    "picture_unreadable",
    "This picture cannot be read. Use a JPEG, PNG, WebP, GIF or AVIF file.",
  );
