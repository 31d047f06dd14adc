import { AppError } from "@parley/schema";
import { fileUnfinished } from "../messages/attachments-in.ts";
import { isDrawable } from "./draw-thumbnails.ts";

/** That this file is a picture, all here and no larger than that. */
export function requirePicture(file: { state: string; mime: string; size: number }, most: number): void {
  const { state, mime, size } = file;
  if (state === "refused") throw new AppError("not_allowed", "file_refused", "This file was refused.");
  if (state === "held")
    throw new AppError("rate_limited", "file_in_check", "This file is still being checked.", { retryAfter: 5 });
  if (state !== "ready") throw fileUnfinished();
  if (!isDrawable(mime)) throw new AppError("bad_input", "bad_input", "This is no picture that can be shown here.");
  if (size > most) throw new AppError("too_large", "file_too_large", "This picture is too large.");
}
