import type { FilesTable } from "@parley/db";
import { type FileId, isHeif } from "@parley/schema";
import type { Selectable } from "kysely";
import type { App } from "../context.ts";
import { formatOf } from "./films/film-types.ts";
import { decodeHeif } from "./heif/decode-heif.ts";
import { attachmentKey, thumbnailKey } from "./keys.ts";
import { type Seen, seeFilm, seeHeif, seePicture } from "./see-file.ts";
import { createTurnstile } from "./turnstile.ts";

const drawable = new Set(["jpeg", "png", "apng", "gif", "webp", "avif"].map((it) => `image/${it}`));
const maxBytes = 64 * 1_024 * 1_024;
const atOnce = 2;

export const isDrawable = (mime: string): boolean => drawable.has(mime);

export type Drawer = {
  /** Draws a picture in both sizes; whoever asks meanwhile waits for the same. False: it cannot be drawn. */
  draw(fileId: FileId): Promise<boolean>;
  /** Few devices can: what it shows, and how large it is, is seen here before it is sent. */
  isFirst(mime: string): boolean;
};

type Ctx = Pick<App, "db" | "ffmpeg" | "files"> & { decode: typeof decodeHeif };

/** Few at once: each takes a core and tens of megabytes, and of those from phones hundreds. */
export function createDrawer({ db, files, ffmpeg }: Pick<App, "db" | "ffmpeg" | "files">): Drawer {
  const turnstile = createTurnstile(atOnce);
  const decoding = createTurnstile(1);
  const ctx: Ctx = { db, files, ffmpeg, decode: (bytes) => decoding.pass(() => decodeHeif(bytes)) };
  const drawing = new Map<FileId, Promise<boolean>>();
  return {
    isFirst: (mime) => isSeenHere(ctx, mime),
    draw(fileId) {
      const begun = drawing.get(fileId);
      if (begun) return begun;
      const drawn = turnstile.pass(() => draw(ctx, fileId)).finally(() => drawing.delete(fileId));
      drawing.set(fileId, drawn);
      return drawn;
    },
  };
}

const isSeenHere = ({ ffmpeg }: Ctx, mime: string) => isHeif(mime) || (ffmpeg !== null && formatOf(mime) !== undefined);

async function draw(ctx: Ctx, fileId: FileId): Promise<boolean> {
  const { db, files } = ctx;
  const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst();
  if (file?.has_thumbnails) return true;
  if (!file || file.is_undrawable || file.state === "refused" || file.state === "erasing") return false;
  if (!isDrawable(file.mime) && !isSeenHere(ctx, file.mime)) return false;
  const { facts, thumbnails = null } = (await look(ctx, file)) ?? {};
  if (thumbnails) {
    await files.put(thumbnailKey(fileId, "large"), thumbnails.large);
    await files.put(thumbnailKey(fileId, "small"), thumbnails.small);
  }
  await db
    .updateTable("files")
    .set({ ...facts, ...(thumbnails ? { has_thumbnails: true } : { is_undrawable: true }) })
    .where("id", "=", fileId)
    .execute();
  return thumbnails !== null;
}

async function look({ ffmpeg, files, decode }: Ctx, { id, mime, size }: Selectable<FilesTable>): Promise<Seen | null> {
  const format = formatOf(mime);
  if (ffmpeg && format) return files.lend(attachmentKey(id), (path) => seeFilm(ffmpeg, mime, { path, format }));
  const original = size <= maxBytes ? await files.get(attachmentKey(id)) : null;
  if (!original) return null;
  return isHeif(mime) ? seeHeif(await decode(original)) : seePicture(original);
}
