import type { Db } from "@parley/db";
import type { ConversationId, Head, Person, SeqRange, UserId } from "@parley/schema";
import { type RawBuilder, sql } from "kysely";
import {
  type ConversationRecord,
  type MemberRecord,
  toConversationRow,
  toMemberRow,
} from "../conversations/wire-rows.ts";
import { seenDetails } from "../messages/readable-messages.ts";
import { type MessageRecord, type Raw, toMessageRow, withDates } from "../messages/wire-row.ts";
import { listPeople, namedIn } from "../people/list-people.ts";

export type HeadRecord = {
  conversation: Raw<ConversationRecord>;
  me: Raw<MemberRecord>;
  preview: Raw<MessageRecord> | null;
  other_id: UserId | null;
  visible_to: number | null;
  unseen: SeqRange[] | null;
  mentions: number[] | null;
};

/**
 * A head as one member sees it, from `members m` and `conversations c`: three rows as JSON, so that one statement
 * can answer for many conversations and with what else belongs to the same snapshot. `unseen` leaves out what stands only
 * in threads: that is counted by itself.
 */
export const headColumns = (now: Date): RawBuilder<unknown> => sql`
  jsonb_build_object('id', c.id, 'kind', c.kind, 'title', c.title, 'description', c.description, 'avatar_id', c.avatar_id,
    'hides_history', c.hides_history, 'settings', c.settings, 'created_at', c.created_at, 'rev', c.rev, 'last_seq', c.last_seq,
    'thread_replies', c.thread_replies, 'request_count', c.request_count,
    'member_count', c.member_count, 'address', c.address, 'is_verified', c.is_verified) as conversation,
  jsonb_build_object('conversation_id', m.conversation_id, 'user_id', m.user_id, 'role', m.role, 'left_at', m.left_at,
    'joined_at', m.joined_at, 'read_seq', m.read_seq, 'delivered_seq', m.delivered_seq,
    'read_replies', m.read_replies, 'rev', m.rev) as me,
  (select to_jsonb(p) || jsonb_build_object('details', ${seenDetails("p", "m")}) from messages p
    where p.conversation_id = c.id and p.is_in_timeline and p.seq <@ m.visible and (p.expires_at is null or p.expires_at > ${now})
    order by p.seq desc limit 1) as preview,
  case when c.kind = 'direct' then
    (select o.user_id from members o where o.conversation_id = c.id and o.user_id <> m.user_id limit 1) end as other_id,
  (select jsonb_agg(p.seq order by p.seq) from (
      select seq, sender_id, details from messages
      where conversation_id = c.id and seq > m.read_seq and seq <@ m.visible and details ?| array['mentions','mentionsAll']
        and (thread_id is null or details ? 'isInTimeline') and (expires_at is null or expires_at > ${now})
      order by seq desc limit 200) p
    where p.sender_id <> m.user_id
      and (p.details ? 'mentionsAll' or p.details->'mentions' @> jsonb_build_array(jsonb_build_object('userId', m.user_id)))
      and not exists (select from user_rows b where b.user_id = m.user_id and b.kind = 'block'
        and b.key = p.sender_id::text and b.value is not null)) as mentions,
  upper(m.visible) - 1 as visible_to,
  case when m.left_at is null and m.read_seq < c.last_seq and not int4multirange(int4range(m.read_seq + 1, c.last_seq + 1)) <@ m.visible then
    (select jsonb_agg(jsonb_build_object('from', lower(gap), 'to', upper(gap) - 1))
      from unnest(int4multirange(int4range(m.read_seq + 1, c.last_seq + 1)) - m.visible - coalesce((
        select range_agg(int4range(r.seq, r.seq + 1)) from messages r
        where r.conversation_id = c.id and r.seq > m.read_seq and not r.is_in_timeline and not r.seq <@ m.visible), '{}')) gap)
    end as unseen`;

/** Who has left is told how far they could see, and nothing of what came after. */
export function toHead({ conversation, me, preview, other_id, visible_to, unseen, mentions }: HeadRecord): Head {
  const row = toConversationRow({ ...conversation, created_at: new Date(conversation.created_at) });
  const member = toMemberRow({
    ...me,
    joined_at: new Date(me.joined_at),
    left_at: me.left_at ? new Date(me.left_at) : null,
  });
  return {
    conversation: member.leftAt ? { ...row, rev: member.rev, lastSeq: Math.min(row.lastSeq, visible_to ?? 0) } : row,
    me: unseen ? { ...member, unseen } : member,
    preview: preview && toMessageRow(withDates(preview)),
    otherId: other_id,
    ...(mentions && { mentions }),
  };
}

/** The statement behind it, so that its plan can be looked at. */
export function onlineHeads(ids: ConversationId[], also: { id: ConversationId; userId: UserId }[], now: Date) {
  const named = also.map(({ id, userId }) => sql`(m.conversation_id = ${id} and m.user_id = ${userId})`);
  return sql<HeadRecord & { user_id: UserId }>`
    select m.user_id, ${headColumns(now)}
    from members m join conversations c on c.id = m.conversation_id join users u on u.id = m.user_id
    where m.conversation_id in (${sql.join(ids)}) and u.online_until > ${now}
      and (${sql.join([sql`m.left_at is null`, ...named], sql` or `)})`;
}

/** The new heads of these conversations for every member who is online, and for the others named with them. */
export async function listHeadsOfOnline(
  db: Db,
  moved: Map<ConversationId, Set<UserId>>,
  now: Date,
): Promise<{ heads: Map<UserId, Head[]>; people: Map<UserId, Person> }> {
  const also = [...moved].flatMap(([id, users]) => [...users].map((userId) => ({ id, userId })));
  const { rows } = await onlineHeads([...moved.keys()], also, now).execute(db);

  const heads = new Map<UserId, Head[]>();
  for (const row of rows) heads.set(row.user_id, [...(heads.get(row.user_id) ?? []), toHead(row)]);
  const all = [...heads.values()].flat();
  const people = await listPeople(db, [
    ...namedIn(all.flatMap((head) => head.preview ?? [])),
    ...all.map((head) => head.otherId),
  ]);
  return { heads, people: new Map(people.map((person) => [person.id, person])) };
}

/** One head, for its member. */
export async function readHeadOf(db: Db, userId: UserId, id: ConversationId, now: Date): Promise<Head | null> {
  const { rows } = await sql<HeadRecord>`
    select ${headColumns(now)} from members m join conversations c on c.id = m.conversation_id
    where m.user_id = ${userId} and m.conversation_id = ${id} and m.left_at is null`.execute(db);
  return rows[0] ? toHead(rows[0]) : null;
}
