import type { Db } from "@parley/db";
import type { ConversationId, MessageId, UserId } from "@parley/schema";
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

/** So many replies in a thread under the newest message of a conversation; the last one quotes the one at `quoted`. */
export async function writeThread(
  db: Db,
  conversationId: ConversationId,
  count: number,
  quoted: number,
): Promise<MessageId> {
  const root = await db
    .selectFrom("messages")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const idAt = (place: string) => sql.raw(`('018f7ead-0000-7000-8000-' || lpad(to_hex(${place}), 12, '0'))::uuid`);
  await sql`
    insert into messages (id, conversation_id, seq, rev, sender_id, kind, text, thread_id, is_in_timeline, thread_replies, reply_to_id, created_at)
    select ${idAt("n")}, ${conversationId}, ${root.seq}::int + n, ${root.rev}::int + n,
      (select user_id from members where conversation_id = ${conversationId} order by (user_id = ${root.sender_id}) = (n % 2 = 0) limit 1),
      'text', 'No. ' || ${root.seq}::int + n || ': ' || left(repeat('See you at the ramen place by the river. ', 6), 10 + n * 37 % 180),
      ${root.id}, false, n, case when n = ${count}::int then ${idAt(String(quoted))} end,
      now() - (${count}::int - n) * interval '1 second'
    from generate_series(1, ${count}::int) n`.execute(db);
  const replierIds = sql`(select jsonb_agg(user_id) from members where conversation_id = ${conversationId})`;
  await sql`
    update messages set rev = ${root.rev + count}, details = jsonb_build_object('thread', jsonb_build_object(
      'replyCount', ${count}::int, 'sentCount', ${count}::int, 'replierIds', ${replierIds},
      'lastReplyAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    where id = ${root.id}`.execute(db);
  await db
    .updateTable("conversations")
    .set({ rev: root.rev + count, last_seq: root.seq + count, thread_replies: count })
    .where("id", "=", conversationId)
    .execute();
  return root.id;
}
