import type { FileId } from "@parley/schema";
import type { Scanner } from "../adapters/scanner.ts";
import type { App } from "../context.ts";
import { makeReady } from "./finish-upload.ts";
import { attachmentKey } from "./keys.ts";

/** Looks into a file that is held; it is let through, or refused for good. A scanner that does not answer is asked again. */
export async function scanFile(app: App, { fileId }: { fileId: FileId }): Promise<void> {
  const file = await app.db.selectFrom("files").select(["mime", "state"]).where("id", "=", fileId).executeTakeFirst();
  if (file?.state !== "held") return;
  const harm = app.scanner && (await harmIn(app, app.scanner, fileId));
  if (!harm) return makeReady(app, fileId, file.mime);

  app.log.warn({ part: "files", fileId, harm }, "a file was refused");
  await app.db.updateTable("files").set({ state: "refused", size: 0 }).where("id", "=", fileId).execute();
  await app.files.remove(attachmentKey(fileId));
}

async function harmIn({ files }: App, scanner: Scanner, fileId: FileId): Promise<string | null> {
  const bytes = await files.read(attachmentKey(fileId));
  if (!bytes) throw new Error("The bytes of a held file are not there.");
  return scanner.scan(bytes);
}

/** Those that a scanner did not answer for, or a crash left. */
export async function scanHeld(app: App): Promise<number> {
  const held = await app.db
    .selectFrom("files")
    .select("id")
    .where("state", "=", "held")
    .orderBy("touched_at")
    .limit(100)
    .execute();
  for (const { id } of held) await scanFile(app, { fileId: id });
  return held.length;
}
