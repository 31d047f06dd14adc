import { type Kysely, sql } from "kysely";

/** What is to happen later: messages that begin to expire once they are read, messages that are sent at a time, previews of links. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index messages_expiring_once_read on messages (conversation_id, seq)
    where details ? 'expiryStarts' and expires_at is null and deleted_at is null`,
  `create index user_rows_scheduled on user_rows ((value->>'sendAt')) where kind = 'scheduled' and value is not null`,
  `create index messages_with_picture on messages ((details->'link'->'image'->>'fileId')) where details ? 'link'`,
];
