import { type Kysely, sql } from "kysely";

/** Replies that stand only in a thread: left out of the timeline, and counted, so that unread stays a subtraction. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table conversations add column thread_replies integer not null default 0`,
  `alter table members add column read_replies integer not null default 0`,
  `alter table messages
    add column is_in_timeline boolean not null default true,
    add column thread_replies integer not null default 0`,
  `create index messages_in_timeline on messages (conversation_id, seq) where is_in_timeline`,
  `create index members_who_see_a_part on members (conversation_id) where left_at is null and visible <> '{[1,)}'`,
];
