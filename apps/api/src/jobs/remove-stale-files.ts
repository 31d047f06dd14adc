import { sql } from "kysely";
import type { App } from "../context.ts";
import { avatarSizes } from "../files/avatar.ts";
import { avatarKey } from "../files/keep-avatar.ts";

const graceMs = 3_600_000;

/** Removes pictures that were uploaded and never used, or are no longer. */
export async function removeStaleFiles({ db, files, now }: Pick<App, "db" | "files" | "now">) {
  const stale = await db
    .selectFrom("files")
    .select(["id", "kind"])
    .where("kind", "!=", "attachment")
    .where("created_at", "<", new Date(now().getTime() - graceMs))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("users").select("users.id").whereRef("users.avatar_id", "=", "files.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("conversations").select("conversations.id").whereRef("conversations.avatar_id", "=", "files.id"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("messages")
            .select("messages.id")
            .where(sql<boolean>`messages.details ? 'link'`)
            .where(sql<boolean>`messages.details->'link'->'image'->>'fileId' = files.id::text`),
        ),
      ),
    )
    .limit(1_000)
    .execute();
  for (const { id, kind } of stale) {
    await db.deleteFrom("files").where("id", "=", id).execute();
    const keys = kind === "avatar" ? avatarSizes.map((size) => avatarKey(id, size)) : [`previews/${id}`];
    for (const key of keys) await files.remove(key);
  }
}
