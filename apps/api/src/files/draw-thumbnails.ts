import { type FileId, thumbnailSizes } from "@parley/schema";
import sharp from "sharp";
import type { App } from "../context.ts";
import { attachmentKey, thumbnailKey } from "./keys.ts";
import { createTurnstile } from "./turnstile.ts";

const drawable = new Set(["jpeg", "png", "apng", "gif", "webp", "avif"].map((it) => `image/${it}`));
/** More than any camera makes; what is larger is a bomb. */
const maxPixels = 120_000_000;
const maxBytes = 64 * 1_024 * 1_024;
const quality = 76;
const seconds = 20;
const atOnce = 2;

export const isDrawable = (mime: string): boolean => drawable.has(mime);

export type Drawer = {
  /** Draws a picture in both sizes; whoever asks meanwhile waits for the same. False: it cannot be drawn. */
  draw(fileId: FileId): Promise<boolean>;
};

/** Few at once: each takes a core and tens of megabytes. */
export function createDrawer(ctx: Pick<App, "db" | "files">): Drawer {
  const turnstile = createTurnstile(atOnce);
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

async function draw({ db, files }: Pick<App, "db" | "files">, fileId: FileId): Promise<boolean> {
  const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst();
  if (file?.has_thumbnails) return true;
  if (!file || file.is_undrawable || file.state !== "ready" || !isDrawable(file.mime)) return false;
  const original = file.size <= maxBytes ? await files.get(attachmentKey(fileId)) : null;
  const pictures = original && (await pictured(original));
  if (pictures) {
    await files.put(thumbnailKey(fileId, "large"), pictures.large);
    await files.put(thumbnailKey(fileId, "small"), pictures.small);
  }
  await db
    .updateTable("files")
    .set(pictures ? { has_thumbnails: true } : { is_undrawable: true })
    .where("id", "=", fileId)
    .execute();
  return pictures !== null;
}

/** Upright and with nothing but its dots. */
async function pictured(original: Buffer): Promise<{ large: Buffer; small: Buffer } | null> {
  const scaled = (bytes: Buffer, side: number) =>
    sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .webp({ quality })
      .timeout({ seconds })
      .toBuffer();
  try {
    const large = await scaled(original, thumbnailSizes.large);
    return { large, small: await scaled(large, thumbnailSizes.small) };
  } catch {
    // Whatever the decoder says, it is about the bytes that were sent.
    return null;
  }
}
