import type { Db } from "@parley/db";
import type { Attachment, FileId } from "@parley/schema";
import { sql } from "kysely";
import type { App } from "../context.ts";
import { attachmentKey, keysOf } from "./keys.ts";
import { isWaiting } from "./waiting-files.ts";

type Ctx = Pick<App, "db" | "files">;

/** Erases what a message has let go of, unless others hold it. */
export function eraseLetGo(ctx: Pick<App, "db" | "files" | "later">, attachments: Pick<Attachment, "fileId">[]): void {
  if (attachments.length > 0)
    ctx.later(
      eraseUnheld(
        ctx,
        attachments.map((it) => it.fileId),
      ),
    );
}

/** Erases those of these files that no message holds, with their bytes. */
export async function eraseUnheld(ctx: Ctx, fileIds: FileId[]): Promise<number> {
  let erased = 0;
  for (const id of fileIds) if (await eraseFile(ctx, id)) erased++;
  return erased;
}

/** Whether a message has it, or it waits for one, or it stands in a pack, or is an emoji. */
async function isHeld(db: Db, id: FileId): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from message_files where file_id = ${id})
      or exists (select from pack_files where file_id = ${id})
      or exists (select from emoji where file_id = ${id})
      or exists (select from files where id = ${id} and ${isWaiting}) as held`.execute(db);
  return rows[0]?.held ?? false;
}

/** Marked first, then its bytes, then its row: should it stop in between, the next round goes on from there. */
async function eraseFile({ db, files }: Ctx, id: FileId): Promise<boolean> {
  const file = await db.transaction().execute(async (tx) => {
    const found = await tx.selectFrom("files").select("state").where("id", "=", id).forUpdate().executeTakeFirst();
    if (!found || (await isHeld(tx, id))) return null;
    await tx.updateTable("files").set({ state: "erasing" }).where("id", "=", id).execute();
    return found;
  });
  if (!file) return false;
  // What is half here may also lie in pieces that only its upload knows of; it may as well never have begun.
  if (file.state === "uploading") await files.uploads.remove(attachmentKey(id)).catch(() => {});
  for (const key of keysOf(id)) await files.remove(key);
  await db.deleteFrom("files").where("id", "=", id).execute();
  return true;
}
