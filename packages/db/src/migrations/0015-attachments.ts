import { type Kysely, sql } from "kysely";

/** Files on messages: what each file is called and how far it has come, and which messages hold it. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table files
    add column name text not null default '',
    add column state text not null default 'ready',
    add column has_thumbnails boolean not null default false`,

  `create table message_files (
    message_id uuid not null references messages on delete cascade,
    file_id uuid not null references files,
    conversation_id uuid not null,
    kind text not null,
    primary key (message_id, file_id)
  )`,
  `create index messages_of_file on message_files (file_id)`,
  `create index files_in_conversation on message_files (conversation_id, kind, message_id)`,
];
