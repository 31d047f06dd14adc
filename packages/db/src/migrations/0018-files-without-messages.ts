import { type Kysely, sql } from "kysely";

/** A message that is erased lets go of its files; what no message holds any more is erased with its bytes. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table files
    add column touched_at timestamptz not null default now(),
    add column is_undrawable boolean not null default false`,
  `create index files_by_age on files (touched_at) where kind = 'attachment'`,

  `create function let_go_of_files() returns trigger language plpgsql as $$
  begin
    delete from message_files where message_id = new.id;
    return null;
  end $$`,
  `create trigger message_let_go after update of deleted_at on messages for each row
    when (new.deleted_at is not null and old.deleted_at is null) execute function let_go_of_files()`,
];
