import { type Kysely, sql } from "kysely";

/** Users and their ways in, conversations, members and messages. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table installation (name text primary key, value text not null)`,

  `create table users (
    id uuid primary key,
    username text not null,
    username_key text not null unique,
    display_name text not null,
    bio text not null default '',
    avatar_id uuid,
    email text unique,
    role text not null default 'user' check (role in ('user', 'moderator', 'admin', 'owner')),
    rev integer not null default 0,
    row_xid xid8 not null default pg_current_xact_id(),
    online_until timestamptz,
    last_seen_at timestamptz,
    suspended_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index users_moved on users (row_xid)`,
  `create unique index users_one_owner on users (role) where role = 'owner'`,

  `create table passkeys (
    id text primary key,
    user_id uuid not null references users on delete cascade,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    name text not null,
    is_backed_up boolean not null,
    last_used_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index passkeys_of_user on passkeys (user_id)`,

  `create table challenges (
    id uuid primary key,
    purpose text not null,
    challenge text not null,
    user_id uuid references users on delete cascade,
    details jsonb not null,
    expires_at timestamptz not null
  )`,
  `create index challenges_expiry on challenges (expires_at)`,

  `create table sessions (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    token_hash bytea not null unique,
    device text not null,
    place text not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  `create index sessions_of_user on sessions (user_id)`,
  `create index sessions_expiry on sessions (expires_at)`,

  `create table recovery_codes (
    id integer generated always as identity primary key,
    user_id uuid not null references users on delete cascade,
    code_hash text not null,
    used_at timestamptz
  )`,
  `create index recovery_codes_of_user on recovery_codes (user_id)`,

  `create table email_codes (
    email text not null,
    purpose text not null,
    user_id uuid not null references users on delete cascade,
    code_hash bytea not null,
    attempts integer not null default 0,
    expires_at timestamptz not null,
    primary key (email, purpose, user_id)
  )`,
  `create index email_codes_expiry on email_codes (expires_at)`,

  `create table conversations (
    id uuid primary key,
    kind text not null check (kind in ('direct', 'group', 'channel', 'saved')),
    title text not null default '',
    description text not null default '',
    avatar_id uuid,
    hides_history boolean not null default false,
    rev integer not null default 0,
    last_seq integer not null default 0,
    head_xid xid8 not null default pg_current_xact_id(),
    created_by uuid not null references users,
    created_at timestamptz not null default now()
  )`,

  `create table members (
    conversation_id uuid not null references conversations on delete cascade,
    user_id uuid not null references users,
    role text not null check (role in ('owner', 'admin', 'moderator', 'member')),
    visible int4multirange not null default '{[1,)}',
    read_seq integer not null default 0,
    delivered_seq integer not null default 0,
    rev integer not null,
    row_xid xid8 not null default pg_current_xact_id(),
    joined_at timestamptz not null default now(),
    left_at timestamptz,
    primary key (user_id, conversation_id)
  )`,
  `create index members_of_conversation on members (conversation_id, rev)`,

  `create table messages (
    id uuid primary key,
    conversation_id uuid not null references conversations on delete cascade,
    seq integer not null,
    rev integer not null,
    sender_id uuid not null references users,
    kind text not null,
    text text not null,
    event jsonb,
    reply_to_id uuid,
    created_at timestamptz not null default now(),
    edited_at timestamptz,
    deleted_at timestamptz,
    expires_at timestamptz,
    unique (conversation_id, seq)
  )`,
  `create index messages_changed on messages (conversation_id, rev)`,
  `create index messages_expiry on messages (expires_at) where expires_at is not null and deleted_at is null`,

  `create table message_versions (
    message_id uuid not null references messages on delete cascade,
    rev integer not null,
    text text not null,
    written_at timestamptz not null,
    primary key (message_id, rev)
  )`,

  `create table user_rows (
    user_id uuid not null references users on delete cascade,
    kind text not null,
    key text not null,
    value jsonb,
    rev integer not null,
    primary key (user_id, kind, key)
  )`,
  `create index user_rows_changed on user_rows (user_id, rev)`,
  `create index user_rows_by_key on user_rows (kind, key)`,

  `create table invites (
    id uuid primary key,
    conversation_id uuid not null references conversations on delete cascade,
    code text not null unique,
    created_by uuid not null references users,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    max_uses integer,
    use_count integer not null default 0,
    revoked_at timestamptz
  )`,
  `create index invites_of_conversation on invites (conversation_id)`,

  `create table files (
    id uuid primary key,
    owner_id uuid not null references users on delete cascade,
    kind text not null,
    mime text not null,
    size integer not null,
    created_at timestamptz not null default now()
  )`,
  `create index files_of_owner on files (owner_id)`,

  `create table rate_limits (key text primary key, tokens real not null, updated_at timestamptz not null)`,
];
