import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { sql } from "kysely";
import type { Db } from "../open-db.ts";

const users = 5_000;
const conversations = 10_000;
const messages = 100_000;

/** Fills the tables so far that the planner has reason to use an index, and answers with ids to ask by. */
export async function fillTables(db: Db) {
  for (const statement of statements) await sql.raw(statement).execute(db);

  return {
    userId: idOf(17) as UserId,
    conversationId: idOf(17) as ConversationId,
    messageId: idOf(17) as MessageId,
    tokenHash: new Uint8Array(32),
    /** The cursor of a device that is up to date. */
    cursor: await readCursor(db),
  };
}

function idOf(number: number) {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

function id(number: string) {
  return `('00000000-0000-7000-8000-' || lpad(to_hex((${number})::int), 12, '0'))::uuid`;
}

// Everyone is in eight conversations, each conversation has four people; the messages are spread over all.
const statements = [
  `insert into users (id, username, username_key, display_name)
    select ${id("n")}, 'user' || n, 'user' || n, 'User ' || n from generate_series(1, ${users}) n`,
  `insert into emoji (id, maker_id, rev) select ${id("n")}, ${id("n")}, 1 from generate_series(1, ${users}) n`,
  `insert into sessions (id, user_id, token_hash, device, place, expires_at)
    select ${id("n")}, ${id("n")}, sha256(n::text::bytea), '', '', now() from generate_series(1, ${users}) n`,
  `insert into passkeys (id, user_id, public_key, counter, transports, name, is_backed_up)
    select n::text, ${id("n")}, '', 0, '{}', '', false from generate_series(1, ${users}) n`,
  `insert into user_rows (user_id, kind, key, value, rev)
    select ${id("n")}, kind, n::text, '{}', 1 from generate_series(1, ${users}) n, unnest(array['draft', 'preference']) kind`,
  `insert into conversations (id, kind, rev, last_seq, created_by)
    select ${id("n")}, 'group', 10, 10, ${id(`n % ${users} + 1`)} from generate_series(1, ${conversations}) n`,
  `insert into members (conversation_id, user_id, role, rev)
    select ${id("n")}, ${id(`(n + k * 1009) % ${users} + 1`)}, 'member', 1 from generate_series(1, ${conversations}) n, generate_series(0, 3) k`,
  `insert into messages (id, conversation_id, seq, rev, sender_id, kind, text)
    select ${id("n")}, ${id(`n % ${conversations} + 1`)}, n / ${conversations} + 1, n / ${conversations} + 1, ${id(`n % ${users} + 1`)}, 'text', 'Ramen?'
    from generate_series(1, ${messages}) n`,
  `insert into message_words (message_id, words, seq, created_at)
    select id, array_to_tsvector(array[right(conversation_id::text, 8) || ':ramen', right(conversation_id::text, 8) || '@' || sender_id]), seq, created_at
    from messages where seq <= 2`,
  `insert into pins (message_id, conversation_id, pinned_by, rev)
    select id, conversation_id, sender_id, 1 from messages where seq = 1`,
  `update messages set thread_id = ${id("1")}, is_in_timeline = false where seq % 3 = 0`,
  `insert into reactions (message_id, user_id, emoji, conversation_id, rev)
    select m.id, m.sender_id, '👍', m.conversation_id, m.rev from messages m where m.seq % 2 = 0`,
  `insert into invites (id, conversation_id, code, created_by)
    select ${id("n")}, ${id("n")}, n::text, ${id("n")} from generate_series(1, ${users}) n`,
  "analyze",
];

async function readCursor(db: Db) {
  const { rows } = await sql<{ cursor: string }>`select pg_snapshot_xmin(pg_current_snapshot()) as cursor`.execute(db);
  return rows[0]?.cursor ?? "0";
}
