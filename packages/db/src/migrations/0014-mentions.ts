import { type Kysely, sql } from "kysely";

/** Which messages name somebody: so that a head can say which of the unread ones name its member. */
export async function up(db: Kysely<unknown>) {
  await sql
    .raw(
      `create index messages_mentioning on messages (conversation_id, seq)
        where details ?| array['mentions','mentionsAll']`,
    )
    .execute(db);
}
