import { type Kysely, sql } from "kysely";

/** Asking to join, bans and slow mode; and what lets a channel be large: its address, counts, and who keeps it. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table conversations
    add column address text, add column address_key text unique,
    add column is_verified boolean not null default false,
    add column member_count integer not null default 0,
    add column request_count integer not null default 0`,
  `create index conversations_public on conversations using gin (name_words(title)) where address is not null`,

  // Of a channel's members a device holds those who keep it: `was_staff` stays, so that they are told when they no longer do.
  `alter table members
    add column sent_at timestamptz,
    add column was_staff boolean not null default false,
    add column viewed int4multirange not null default '{}'`,
  `create index members_staff on members (conversation_id) where role <> 'member' or was_staff`,
  `create index users_online on users (online_until) where online_until is not null`,

  `create table join_requests (
    conversation_id uuid not null references conversations on delete cascade,
    user_id uuid not null references users on delete cascade,
    note text not null,
    created_at timestamptz not null default now(),
    primary key (conversation_id, user_id)
  )`,

  `create table bans (
    conversation_id uuid not null references conversations on delete cascade,
    user_id uuid not null references users on delete cascade,
    reason text not null,
    banned_by uuid not null references users,
    created_at timestamptz not null default now(),
    primary key (conversation_id, user_id)
  )`,

  `create table tallies (
    message_id uuid primary key references messages on delete cascade,
    view_count integer not null default 0,
    reactions jsonb not null default '{}'
  )`,
];
