import { type Kysely, sql } from "kysely";

/** Emoji of Parley's own, and the names by which they are written. `row_xid` is when one last moved. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table emoji (
    id uuid primary key,
    maker_id uuid not null references users,
    file_id uuid references files,
    value jsonb,
    rev int not null,
    row_xid xid8 not null default pg_current_xact_id(),
    created_at timestamptz not null default now()
  )`,
  `create index emoji_moved on emoji (row_xid)`,
  `create index emoji_of_maker on emoji (maker_id) where value is not null`,
  `create index emoji_of_file on emoji (file_id) where file_id is not null`,
  `create table emoji_names (
    name text primary key,
    emoji_id uuid not null references emoji
  )`,
  `create index names_of_emoji on emoji_names (emoji_id)`,
];
