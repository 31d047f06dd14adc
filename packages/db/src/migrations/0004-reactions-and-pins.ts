import { type Kysely, sql } from "kysely";

/** What people make of messages: reactions, and those pinned above a conversation. Removed ones stay, so that devices learn of it. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table reactions (
    message_id uuid not null references messages on delete cascade,
    user_id uuid not null references users,
    emoji text not null,
    conversation_id uuid not null references conversations on delete cascade,
    rev integer not null,
    is_removed boolean not null default false,
    primary key (message_id, user_id, emoji)
  )`,
  `create index reactions_changed on reactions (conversation_id, rev)`,

  `create table pins (
    message_id uuid primary key references messages on delete cascade,
    conversation_id uuid not null references conversations on delete cascade,
    pinned_by uuid not null references users,
    rev integer not null,
    is_removed boolean not null default false
  )`,
  `create index pins_changed on pins (conversation_id, rev)`,
];
