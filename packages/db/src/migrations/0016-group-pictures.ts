import { type Kysely, sql } from "kysely";

/** Whoever asks for a picture is told whether it is one of a group of theirs. */
export async function up(db: Kysely<unknown>) {
  await sql
    .raw("create index conversations_by_avatar on conversations (avatar_id) where avatar_id is not null")
    .execute(db);
}
