import type { FilesTable } from "@parley/db";
import { thumbnailSizes } from "@parley/schema";
import type { Updateable } from "kysely";
import sharp from "sharp";
import type { Ffmpeg, Film } from "../adapters/ffmpeg.ts";
import { playsAnywhere } from "./films/film-types.ts";
import { lookAtFilm } from "./films/look-at-film.ts";
import type { Pixels } from "./heif/decode-heif.ts";
import { thumbHashOf } from "./thumb-hash-of.ts";

type Facts = Updateable<FilesTable>;
type Thumbnails = { large: Buffer; small: Buffer };
/** What is to be seen in a file: what is noted of it, and the pictures that stand in for it. */
export type Seen = { facts?: Facts; thumbnails: Thumbnails | null };

/** More than any camera makes; what is larger is a bomb. */
const maxPixels = 120_000_000;
const quality = 76;
const seconds = 20;
/** Films often begin in black. */
const posterAt = 1;

export const seePicture = async (original: Buffer): Promise<Seen> => ({ thumbnails: await thumbnailsOf(original) });

export async function seeHeif(pixels: Pixels | null): Promise<Seen | null> {
  return pixels && withPlaceholder({ width: pixels.width, height: pixels.height }, await thumbnailsOf(pixels));
}

export async function seeFilm(ffmpeg: Ffmpeg, mime: string, film: Film): Promise<Seen | null> {
  const seen = await lookAtFilm(ffmpeg, film);
  if (!seen) return null;
  const { width, height, durationMs } = seen;
  const playable = playsAnywhere(mime, seen) ? null : "needed";
  const at = { seconds: Math.min(posterAt, (durationMs ?? 0) / 3_000), longestSide: thumbnailSizes.large };
  const still = await ffmpeg.draw(film, at);
  return withPlaceholder({ width, height, duration_ms: durationMs, playable }, still && (await thumbnailsOf(still)));
}

const withPlaceholder = async (facts: Facts, thumbnails: Thumbnails | null): Promise<Seen> => ({
  facts: { ...facts, ...(thumbnails && { thumb_hash: await thumbHashOf(thumbnails.small) }) },
  thumbnails,
});

/** Upright and with nothing but its dots. */
async function thumbnailsOf(original: Buffer | Pixels): Promise<Thumbnails | null> {
  try {
    const large = await scaled(original, thumbnailSizes.large);
    return { large, small: await scaled(large, thumbnailSizes.small) };
  } catch {
    // Whatever the decoder says, it is about the bytes that were sent.
    return null;
  }
}

function scaled(picture: Buffer | Pixels, side: number): Promise<Buffer> {
  const asks = { limitInputPixels: maxPixels, failOn: "error", sequentialRead: true } as const;
  const input = Buffer.isBuffer(picture)
    ? sharp(picture, asks)
    : sharp(picture.data, { ...asks, raw: { width: picture.width, height: picture.height, channels: 4 } });
  return input
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .webp({ quality })
    .timeout({ seconds })
    .toBuffer();
}
