import type { FilesTable } from "@parley/db";
import { type FileId, thumbnailSizes } from "@parley/schema";
import type { Selectable } from "kysely";
import sharp from "sharp";
import type { App } from "../context.ts";
import { decodeHeif, type Pixels } from "./heif/decode-heif.ts";
import { isHeif } from "./heif/is-heif.ts";
import { attachmentKey, thumbnailKey } from "./keys.ts";
import { thumbHashOf } from "./thumb-hash-of.ts";
import { createTurnstile } from "./turnstile.ts";

const drawable = new Set(["jpeg", "png", "apng", "gif", "webp", "avif"].map((it) => `image/${it}`));
/** More than any camera makes; what is larger is a bomb. */
const maxPixels = 120_000_000;
const maxBytes = 64 * 1_024 * 1_024;
const quality = 76;
const seconds = 20;
const atOnce = 2;

export const isDrawable = (mime: string): boolean => drawable.has(mime);
/** Few browsers can: what it shows, and how large, is seen here before it is sent. */
export const isDrawnFirst = (mime: string): boolean => isHeif(mime);

export type Drawer = {
  /** Draws a picture in both sizes; whoever asks meanwhile waits for the same. False: it cannot be drawn. */
  draw(fileId: FileId): Promise<boolean>;
};

type Ctx = Pick<App, "db" | "files"> & { decode: typeof decodeHeif };

/** Few at once: each takes a core and tens of megabytes, and of those from phones hundreds. */
export function createDrawer({ db, files }: Pick<App, "db" | "files">): Drawer {
  const turnstile = createTurnstile(atOnce);
  const decoding = createTurnstile(1);
  const ctx: Ctx = { db, files, decode: (bytes) => decoding.pass(() => decodeHeif(bytes)) };
  const drawing = new Map<FileId, Promise<boolean>>();
  return {
    draw(fileId) {
      const begun = drawing.get(fileId);
      if (begun) return begun;
      const drawn = turnstile.pass(() => draw(ctx, fileId)).finally(() => drawing.delete(fileId));
      drawing.set(fileId, drawn);
      return drawn;
    },
  };
}

async function draw(ctx: Ctx, fileId: FileId): Promise<boolean> {
  const { db, files } = ctx;
  const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst();
  if (file?.has_thumbnails) return true;
  if (!file || file.is_undrawable || file.state === "refused" || file.state === "erasing") return false;
  if (!isDrawable(file.mime) && !isDrawnFirst(file.mime)) return false;
  const original = file.size <= maxBytes ? await files.get(attachmentKey(fileId)) : null;
  const pictures = original && (await pictured(ctx, file.mime, original));
  if (pictures) {
    await files.put(thumbnailKey(fileId, "large"), pictures.large);
    await files.put(thumbnailKey(fileId, "small"), pictures.small);
  }
  await db
    .updateTable("files")
    .set(pictures ? { has_thumbnails: true, ...pictures.facts } : { is_undrawable: true })
    .where("id", "=", fileId)
    .execute();
  return pictures !== null;
}

type Pictures = {
  large: Buffer;
  small: Buffer;
  facts?: Pick<Selectable<FilesTable>, "width" | "height" | "thumb_hash">;
};

async function pictured(ctx: Ctx, mime: string, original: Buffer): Promise<Pictures | null> {
  try {
    if (!isDrawnFirst(mime)) return await thumbnailsOf(original);
    const pixels = await ctx.decode(original);
    if (!pixels) return null;
    const made = await thumbnailsOf(pixels);
    const { width, height } = pixels;
    return { ...made, facts: { width, height, thumb_hash: await thumbHashOf(made.small) } };
  } catch {
    // Whatever the decoder says, it is about the bytes that were sent.
    return null;
  }
}

/** Upright and with nothing but its dots. */
async function thumbnailsOf(original: Buffer | Pixels): Promise<{ large: Buffer; small: Buffer }> {
  const large = await scaled(original, thumbnailSizes.large);
  return { large, small: await scaled(large, thumbnailSizes.small) };
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
