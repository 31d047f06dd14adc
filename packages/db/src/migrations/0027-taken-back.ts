import { type Kysely, sql } from "kysely";

/** Messages that were deleted before the server had them: should they still come, they are refused. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table taken_back (
    user_id uuid not null references users on delete cascade,
    message_id uuid not null,
    created_at timestamptz not null,
    primary key (user_id, message_id)
  )`,
  `create index taken_back_by_time on taken_back (created_at)`,
];
