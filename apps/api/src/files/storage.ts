import type { Db } from "@parley/db";
import type { UserId } from "@parley/schema";
import { sql } from "kysely";

/** What a user's files take, also those that are on their way. */
export async function usedBytes(db: Db, userId: UserId): Promise<number> {
  const row = await db
    .selectFrom("files")
    .select(sql<number>`coalesce(sum(size), 0)::float8`.as("bytes"))
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .executeTakeFirstOrThrow();
  return row.bytes;
}
