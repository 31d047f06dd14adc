import { AppError, type FileId, isHeif, limits } from "@parley/schema";
import sharp from "sharp";
import type { App } from "../context.ts";
import { fileUnfinished } from "../messages/attachments-in.ts";
import { isDrawable } from "./draw-thumbnails.ts";
import { attachmentKey } from "./keys.ts";

type Asked = { id: FileId; state: string; mime: string; size: number };

/** That this file is a picture that every browser draws, all here, and no larger than that. A small file may say that it is a huge picture, too, and whoever sees it would draw all of it. */
export async function requirePicture({ files }: Pick<App, "files">, file: Asked, mostBytes: number): Promise<void> {
  const { id, state, mime, size } = file;
  if (state === "refused") throw new AppError("not_allowed", "file_refused", "This file was refused.");
  if (state === "held")
    throw new AppError("rate_limited", "file_in_check", "This file is still being checked.", { retryAfter: 5 });
  if (state !== "ready") throw fileUnfinished();
  if (!isDrawable(mime) || isHeif(mime)) throw noPicture();
  if (size > mostBytes) throw tooLarge();
  const bytes = await files.get(attachmentKey(id));
  if (!bytes) throw fileUnfinished();
  const seen = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (!seen) throw noPicture();
  if (Math.max(seen.width, seen.height) > limits.smallPictureSide) throw tooLarge();
}

const noPicture = () => new AppError("bad_input", "bad_input", "This is no picture that can be shown here.");
const tooLarge = () => new AppError("too_large", "file_too_large", "This picture is too large.");
