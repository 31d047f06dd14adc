import { type Kysely, sql } from "kysely";

/** What the server sees in a file that its sender's device may not be able to draw. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table files add column width int, add column height int, add column thumb_hash text`.execute(db);
}
