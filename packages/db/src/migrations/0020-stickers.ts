import { type Kysely, sql } from "kysely";

/** Packs of stickers that people make, and which files stand in one: each in one at most. Who keeps a pack has a row of kind `stickers`. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table sticker_packs (
    id uuid primary key,
    owner_id uuid not null references users,
    value jsonb not null,
    created_at timestamptz not null default now()
  )`,
  `create index packs_of_owner on sticker_packs (owner_id)`,
  `create table pack_files (
    file_id uuid primary key references files,
    pack_id uuid not null references sticker_packs on delete cascade
  )`,
  `create index files_of_pack on pack_files (pack_id)`,
  `create index keepers_of_pack on user_rows (key) where kind = 'stickers' and value is not null`,
];
