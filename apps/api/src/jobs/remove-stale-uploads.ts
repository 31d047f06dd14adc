import { sql } from "kysely";
import type { App } from "../context.ts";
import { eraseUnheld } from "../files/erase-files.ts";
import { removeFilesOf } from "../files/remove-files.ts";
import { isWaiting } from "../files/waiting-files.ts";

const patienceMs = 24 * 3_600_000;
const atOnce = 1_000;

/** Erases uploads that stopped on their way a day ago, files that were never sent, and what was being erased when the server stopped. */
export async function removeStaleUploads(app: App): Promise<number> {
  const { db, now } = app;
  for (const { owner_id } of await listLeft(app)) await removeFilesOf(app, owner_id);
  const stale = await db
    .selectFrom("files")
    .select("id")
    .where("kind", "=", "attachment")
    .where("touched_at", "<", new Date(now().getTime() - patienceMs))
    .where(({ and, not, exists, selectFrom }) =>
      and(
        (["message_files", "pack_files", "emoji"] as const).map((holders) =>
          not(exists(selectFrom(holders).select("file_id").whereRef("file_id", "=", "files.id"))),
        ),
      ),
    )
    .where(sql<boolean>`not ${isWaiting}`)
    .orderBy("touched_at")
    .limit(atOnce)
    .execute();
  return eraseUnheld(
    app,
    stale.map((it) => it.id),
  );
}

/** Who has left for good and still has files: the server stopped before they were gone. */
function listLeft({ db }: App) {
  return db
    .selectFrom("files")
    .innerJoin("users", "users.id", "files.owner_id")
    .select("files.owner_id")
    .distinct()
    .where("files.kind", "=", "attachment")
    .where("users.deleted_at", "is not", null)
    .limit(10)
    .execute();
}
