import { AppError, type UploadInput } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { cleanName } from "./clean-name.ts";
import { usedBytes } from "./storage.ts";

/** Makes room for a file of the user's. Asked again, it is as it was: a device may not have heard the first answer. */
export async function createUpload(ctx: SignedIn, { fileId, name, size }: UploadInput): Promise<void> {
  await ctx.db.transaction().execute(async (db) => {
    // One at a time, so that many begun at once do not all find the same room.
    await sql`select from users where id = ${ctx.userId} for no key update`.execute(db);
    const earlier = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst();
    if (earlier) {
      if (earlier.owner_id === ctx.userId && earlier.kind === "attachment" && earlier.size === size) return;
      throw new AppError("conflict", "bad_input", "This file id is taken.");
    }
    if ((await usedBytes(db, ctx.userId)) + size > ctx.config.storageBytes)
      throw new AppError("too_large", "storage_full", "Your storage is full. Remove files you no longer need.");
    await db
      .insertInto("files")
      .values({
        id: fileId,
        owner_id: ctx.userId,
        kind: "attachment",
        mime: "application/octet-stream",
        size,
        name: cleanName(name),
        state: "uploading",
        created_at: ctx.now(),
        touched_at: ctx.now(),
      })
      .execute();
  });
}
