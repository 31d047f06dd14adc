import { type Kysely, sql } from "kysely";

/**
 * When marks moved, for who asks when a message was received and read: pairs of a seq and the time it was told (in
 * milliseconds; 0 when nobody knows), newest first and only so many.
 */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table members add column read_log bigint[] not null default '{}', add column delivered_log bigint[] not null default '{}'`,
  `update members set read_log = array[told_read_seq, 0], delivered_log = array[told_delivered_seq, 0]`,
];
