import { type Kysely, sql } from "kysely";

/** What the server knows of a poll and tells nobody: what is right, who voted what, and the true counts. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table polls (
    message_id uuid primary key references messages on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    answers jsonb,
    counts jsonb not null,
    voter_count integer not null default 0,
    uncounted integer not null default 0,
    closes_at timestamptz,
    closed_at timestamptz
  )`,
  `create index polls_to_close on polls (closes_at) where closed_at is null and closes_at is not null`,

  `create table votes (
    message_id uuid not null references messages on delete cascade,
    user_id uuid not null references users,
    choices jsonb not null,
    rev integer not null,
    primary key (message_id, user_id)
  )`,
];
