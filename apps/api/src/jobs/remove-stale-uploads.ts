import type { App } from "../context.ts";
import { eraseUnheld } from "../files/erase-files.ts";

const patienceMs = 24 * 3_600_000;
const atOnce = 1_000;

/** Erases uploads that stopped on their way a day ago, files that were never sent, and what was being erased when the server stopped. */
export async function removeStaleUploads({ db, files, now }: Pick<App, "db" | "files" | "now">): Promise<number> {
  const stale = await db
    .selectFrom("files")
    .select("id")
    .where("kind", "=", "attachment")
    .where("touched_at", "<", new Date(now().getTime() - patienceMs))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("message_files")
            .select("message_files.file_id")
            .whereRef("message_files.file_id", "=", "files.id"),
        ),
      ),
    )
    .orderBy("touched_at")
    .limit(atOnce)
    .execute();
  return eraseUnheld(
    { db, files },
    stale.map((it) => it.id),
  );
}
