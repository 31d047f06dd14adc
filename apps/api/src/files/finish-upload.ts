import type { FileId } from "@parley/schema";
import type { App } from "../context.ts";
import { isDrawable } from "./draw-thumbnails.ts";
import { attachmentKey } from "./keys.ts";
import { headBytes, tellType } from "./tell-type.ts";

type Ctx = Pick<App, "db" | "files" | "jobs" | "later" | "now" | "scanner">;

/** All bytes of a file are here: says what it is. Where there is a scanner, it waits for what that says. */
export async function finishUpload(ctx: Ctx, fileId: FileId): Promise<void> {
  const head = await readHead(ctx, fileId);
  const mime = await tellType(head);
  if (!ctx.scanner) return makeReady(ctx, fileId, mime);
  await ctx.db
    .updateTable("files")
    .set({ mime, state: "held", touched_at: ctx.now() })
    .where("id", "=", fileId)
    .where("state", "=", "uploading")
    .execute();
  ctx.later(ctx.jobs.add("scan-file", { fileId }));
}

/** From now on it can be sent. */
export async function makeReady(ctx: Pick<Ctx, "db" | "jobs" | "later" | "now">, fileId: FileId, mime: string) {
  await ctx.db
    .updateTable("files")
    .set({ mime, state: "ready", touched_at: ctx.now() })
    .where("id", "=", fileId)
    .where("state", "in", ["uploading", "held"])
    .execute();
  if (isDrawable(mime)) ctx.later(ctx.jobs.add("draw-thumbnails", { fileId }));
}

/** Finishes what was whole when the server stopped, before it could say so. */
export async function finishIfWhole(ctx: Ctx, fileId: FileId): Promise<boolean> {
  const upload = await ctx.files.uploads.getUpload(attachmentKey(fileId)).catch(() => null);
  if (!upload || upload.offset !== upload.size) return false;
  await finishUpload(ctx, fileId);
  return true;
}

async function readHead({ files }: Ctx, fileId: FileId): Promise<Buffer> {
  const stream = await files.read(attachmentKey(fileId), { from: 0, to: headBytes - 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
