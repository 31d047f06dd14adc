import type { thumbnailSizes } from "@parley/schema";
import type { App } from "../context.ts";
import type { Found } from "./find-attachment.ts";
import { thumbnailKey } from "./keys.ts";

/** A picture that stands in for the file; drawn now when nobody has drawn it yet, null when none can be. */
export async function readThumbnail(
  ctx: Pick<App, "files" | "drawer">,
  file: Found,
  size: keyof typeof thumbnailSizes,
): Promise<Buffer | null> {
  if (file.is_undrawable) return null;
  if (!file.has_thumbnails && !(await ctx.drawer.draw(file.fileId))) return null;
  return ctx.files.get(thumbnailKey(file.fileId, size));
}
