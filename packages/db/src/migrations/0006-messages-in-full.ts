import { type Kysely, sql } from "kysely";

/** What messages hold besides their words, threads, and how a conversation is set up. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table messages add column details jsonb not null default '{}', add column thread_id uuid`,
  `create index messages_of_thread on messages (thread_id, seq) where thread_id is not null`,
  `alter table conversations add column settings jsonb not null default '{}'`,
];
