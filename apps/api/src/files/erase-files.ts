import type { Db } from "@parley/db";
import type { Attachment, FileId } from "@parley/schema";
import { sql } from "kysely";
import type { App } from "../context.ts";
import { attachmentKey, thumbnailsKey } from "./keys.ts";

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

/** Whether a message has it, or will have it when its time comes. */
export async function isHeld(db: Db, id: FileId): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from message_files where file_id = ${id})
      or exists (select from user_rows where kind = 'scheduled' and value->'attachments' @> ${JSON.stringify([{ fileId: id }])}::jsonb) as held`.execute(
    db,
  );
  return rows[0]?.held ?? false;
}

/** Marked first, then its bytes, then its row: should it stop in between, the next round goes on from there. */
async function eraseFile({ db, files }: Ctx, id: FileId): Promise<boolean> {
  const isErasing = await db.transaction().execute(async (tx) => {
    await sql`select from files where id = ${id} for update`.execute(tx);
    if (await isHeld(tx, id)) return false;
    await tx.updateTable("files").set({ state: "erasing" }).where("id", "=", id).execute();
    return true;
  });
  if (!isErasing) return false;
  await files.uploads.remove(attachmentKey(id)).catch(() => files.remove(attachmentKey(id)));
  await files.remove(thumbnailsKey(id));
  await db.deleteFrom("files").where("id", "=", id).execute();
  return true;
}
