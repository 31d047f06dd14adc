import type { FileId } from "@parley/schema";
import type { App } from "../context.ts";
import { attachmentKey } from "./keys.ts";
import { headBytes, tellType } from "./tell-type.ts";

type Ctx = Pick<App, "db" | "files" | "jobs" | "later" | "now">;

/** All bytes of a file are here: says what it is. */
export async function finishUpload(ctx: Ctx, fileId: FileId): Promise<void> {
  const head = await readHead(ctx, fileId);
  const mime = await tellType(head);
  await ctx.db
    .updateTable("files")
    .set({ mime, state: "ready", touched_at: ctx.now() })
    .where("id", "=", fileId)
    .where("state", "=", "uploading")
    .execute();
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
