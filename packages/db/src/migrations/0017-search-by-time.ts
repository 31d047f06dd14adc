import { type Kysely, sql } from "kysely";

/**
 * When and where a message stands is kept beside its words: so what a search finds is put in order before any message
 * is read, and only those of the page are.
 */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Filled first and indexed anew: entry by entry takes the index many times as long.
  `drop index message_words_by_word`,
  `alter table message_words add column seq int, add column created_at timestamptz`,
  `update message_words w set seq = m.seq, created_at = m.created_at from messages m where m.id = w.message_id`,
  `alter table message_words alter column seq set not null, alter column created_at set not null`,
  `create index message_words_by_word on message_words using gin (words) with (fastupdate = off)`,
];
