import { type Kysely, sql } from "kysely";

/** What groups and channels need besides their settings. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [`alter table members add column sent_at timestamptz`];
