import { type Kysely, sql } from "kysely";

/** Films: how long they are, and what is made of those that few browsers play. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table files add column duration_ms int, add column playable text, add column playable_size int, add column claimed_until timestamptz`,
  `create index films_to_make on files (touched_at) where playable = 'needed'`,
];
