import { type Kysely, sql } from "kysely";

/** What people are to each other: how much others are told of someone, and what a blocked one did unheard. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table users add column status jsonb, add column active_until timestamptz`,
  `create index users_by_avatar on users (avatar_id) where avatar_id is not null`,
  // How far the other of a direct conversation is told: behind the marks where someone keeps them to themselves.
  `alter table members add column told_read_seq integer not null default 0, add column told_delivered_seq integer not null default 0`,
  `update members set told_read_seq = read_seq, told_delivered_seq = delivered_seq`,
  `alter table reactions add column hidden_from uuid`,
  `alter table pins add column hidden_from uuid`,
];
