import { type Kysely, sql } from "kysely";

/**
 * A revoked session stays as a row until it would have ended: only so can its device be told apart from one that a
 * restored database has never heard of. The first must forget what it holds, the second must not.
 */
export async function up(db: Kysely<unknown>) {
  await sql`alter table sessions add column revoked_at timestamptz`.execute(db);
}
