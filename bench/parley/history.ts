import type { Db } from "@parley/db";
import type { ConversationId, UserId } from "@parley/schema";
import { sql } from "kysely";

/**
 * Messages as if its members had written them in turn, one a minute until now. Every conversation is a second older
 * than the one before it, so that the list has an order.
 */
export async function writeHistory(db: Db, conversations: ConversationId[], count: number): Promise<void> {
  await sql`
    with places as (
      select id, place from unnest(${conversations}::uuid[]) with ordinality as given(id, place)
    ), grown as (
      update conversations c set rev = rev + ${count}::int, last_seq = last_seq + ${count}::int, head_xid = pg_current_xact_id()
      from places where c.id = places.id returning c.id, c.rev, c.last_seq, places.place
    ), writers as (
      select conversation_id, array_agg(user_id order by user_id) as ids from members group by conversation_id
    )
    insert into messages (id, conversation_id, seq, rev, sender_id, kind, text, created_at)
    select (left(grown.id::text, 24) || lpad(to_hex(last_seq - n), 12, '0'))::uuid, grown.id, last_seq - n, rev - n,
      ids[1 + (last_seq - n) % array_length(ids, 1)], 'text',
      'No. ' || last_seq - n || ': ' || left(repeat('See you at the ramen place by the river. ', 6), 10 + (last_seq - n) * 37 % 180),
      now() - place * interval '1 second' - n * interval '1 minute'
    from grown join writers on conversation_id = grown.id, generate_series(${count}::int - 1, 0, -1) n`.execute(db);
}

/** This user has read everything there is. */
export async function readEverything(db: Db, userId: UserId): Promise<void> {
  await sql`
    update members m set read_seq = last_seq, delivered_seq = last_seq, row_xid = pg_current_xact_id()
    from conversations c where c.id = m.conversation_id and m.user_id = ${userId}`.execute(db);
}

/** How the newest message of a conversation begins. */
export const textOf = (seq: number) => `No. ${seq}: `;
