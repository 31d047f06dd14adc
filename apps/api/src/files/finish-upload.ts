import type { FilesTable } from "@parley/db";
import type { FileId } from "@parley/schema";
import type { Updateable } from "kysely";
import type { App } from "../context.ts";
import { isDrawable } from "./draw-thumbnails.ts";
import { attachmentKey } from "./keys.ts";
import { headBytes, tellType } from "./tell-type.ts";

type Ctx = Pick<App, "db" | "drawer" | "files" | "filing" | "jobs" | "later" | "now" | "scanner">;

/** All bytes of a file are here: says what it is. Where there is a scanner, it waits for what that says. False: they are not. */
export async function finishUpload(ctx: Ctx, fileId: FileId): Promise<boolean> {
  const head = await readHead(ctx, fileId);
  if (!head) return false;
  const mime = await tellType(head);
  if (!ctx.scanner) {
    await makeReady(ctx, fileId, mime);
    return true;
  }
  await ctx.filing.pass(() =>
    ctx.db
      .updateTable("files")
      .set({ mime, state: "held", touched_at: ctx.now() })
      .where("id", "=", fileId)
      .where("state", "=", "uploading")
      .execute(),
  );
  ctx.later(ctx.jobs.add("scan-file", { fileId }));
  return true;
}

/** From now on it can be sent. What its sender's device may not be able to draw is drawn first: its message says how large it is. */
export async function makeReady(ctx: Omit<Ctx, "files" | "scanner">, fileId: FileId, mime: string) {
  const change = (facts: Updateable<FilesTable>) =>
    ctx.filing.pass(() =>
      ctx.db
        .updateTable("files")
        .set({ ...facts, touched_at: ctx.now() })
        .where("id", "=", fileId)
        .where("state", "in", ["uploading", "held"])
        .returning("playable")
        .executeTakeFirst(),
    );
  if (ctx.drawer.isFirst(mime)) {
    await change({ mime });
    await ctx.drawer.draw(fileId);
  }
  const file = await change({ mime, state: "ready" });
  if (file?.playable === "needed") ctx.later(ctx.jobs.add("make-playable", { fileId }));
  if (isDrawable(mime)) ctx.later(ctx.jobs.add("draw-thumbnails", { fileId }));
}

/** Finishes what was whole when the server stopped, before it could say so. */
export async function finishIfWhole(ctx: Ctx, fileId: FileId): Promise<boolean> {
  const upload = await ctx.files.uploads.getUpload(attachmentKey(fileId)).catch(() => null);
  if (!upload || upload.offset !== upload.size) return false;
  return finishUpload(ctx, fileId);
}

async function readHead({ files }: Ctx, fileId: FileId): Promise<Buffer | null> {
  const stream = await files.read(attachmentKey(fileId), { from: 0, to: headBytes - 1 });
  if (!stream) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
