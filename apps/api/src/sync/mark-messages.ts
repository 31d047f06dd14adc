import {
  type ConversationId,
  type ConversationKind,
  conversationScope,
  type inputs,
  type Publication,
  userScope,
} from "@parley/schema";
import { type RawBuilder, sql } from "kysely";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { startExpiry } from "../messages/start-expiry.ts";

export type MarkMessages = InferOutput<typeof inputs.markMessages>;

type Asked = { conversation_id: ConversationId; read_seq: number; delivered_seq: number };
type Marked = Asked & {
  read_replies: number;
  told_read_seq: number;
  told_delivered_seq: number;
  kind: ConversationKind;
};

/**
 * Moves how far the user has read and received, forwards only and never past what they can see.
 * Rows are locked in id order; conversations the user is not in are passed over without a word.
 */
export async function markMessages(ctx: SignedIn, { marks }: MarkMessages): Promise<Record<string, never>> {
  const { rows } = await sql<Marked>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify(furthest(marks))}::jsonb) as it(conversation_id uuid, read_seq int, delivered_seq int)),
    mine as (
      select m.conversation_id, greatest(m.read_seq, ${newestVisible(sql`a.read_seq`)}) as read_seq,
        greatest(m.delivered_seq, m.read_seq, ${newestVisible(sql`greatest(a.read_seq, a.delivered_seq)`)}) as delivered_seq,
        c.kind, case when c.kind = 'direct' then
          (select o.user_id from members o where o.conversation_id = c.id and o.user_id <> m.user_id limit 1) end as other
      from members m join asked a on a.conversation_id = m.conversation_id join conversations c on c.id = m.conversation_id
      where m.user_id = ${ctx.userId} and m.left_at is null
      order by m.conversation_id for no key update of m
    )
    update members m set read_seq = mine.read_seq, delivered_seq = mine.delivered_seq,
      read_replies = coalesce((select p.thread_replies from messages p
        where p.conversation_id = mine.conversation_id and p.seq = mine.read_seq), m.read_replies), row_xid = pg_current_xact_id(),
      told_read_seq = case when mine.other is null or tells_read(m.user_id, mine.other) then mine.read_seq else m.told_read_seq end,
      told_delivered_seq = case when mine.other is null or tells_delivered(m.user_id, mine.other) then mine.delivered_seq else m.told_delivered_seq end,
      read_log = case when mine.kind <> 'channel' and mine.read_seq > m.told_read_seq
        and (mine.other is null or tells_read(m.user_id, mine.other)) then logged(m.read_log, mine.read_seq) else m.read_log end,
      delivered_log = case when mine.kind <> 'channel' and mine.delivered_seq > m.told_delivered_seq
        and (mine.other is null or tells_delivered(m.user_id, mine.other)) then logged(m.delivered_log, mine.delivered_seq) else m.delivered_log end
    from mine where m.user_id = ${ctx.userId} and m.conversation_id = mine.conversation_id
      and (m.read_seq < mine.read_seq or m.delivered_seq < mine.delivered_seq)
    returning m.conversation_id, m.read_seq, m.delivered_seq, m.read_replies, m.told_read_seq, m.told_delivered_seq,
      (select kind from conversations c where c.id = m.conversation_id) as kind`.execute(ctx.db);

  if (rows.length > 0) {
    ctx.publish(rows.flatMap((row) => publicationsOf(ctx, row)));
    await startExpiry(ctx, { userId: ctx.userId, conversationIds: rows.map((row) => row.conversation_id) });
  }
  return {};
}

/** The last seq up to this one that the user may read: of what was hidden from them, nobody hears that it came. */
const newestVisible = (seq: RawBuilder<unknown>) =>
  sql`coalesce(upper(m.visible * int4multirange(int4range(1, least(${seq}, c.last_seq) + 1))) - 1, 0)`;

function furthest(marks: MarkMessages["marks"]): Asked[] {
  const asked = new Map<ConversationId, Asked>();
  for (const { conversationId, readSeq, deliveredSeq } of marks) {
    const earlier = asked.get(conversationId);
    asked.set(conversationId, {
      conversation_id: conversationId,
      read_seq: Math.max(earlier?.read_seq ?? 0, Math.min(readSeq, maxSeq)),
      delivered_seq: Math.max(earlier?.delivered_seq ?? 0, Math.min(deliveredSeq, maxSeq)),
    });
  }
  return [...asked.values()];
}

const maxSeq = 2_147_483_646;

/** The user's own devices hear how far they are; others only as far as they are told. */
function publicationsOf(ctx: SignedIn, row: Marked): Publication[] {
  const conversationId = row.conversation_id;
  const marks = (readSeq: number, deliveredSeq: number, readReplies = 0) => ({
    t: "marks" as const,
    conversationId,
    marks: [{ userId: ctx.userId, readSeq, deliveredSeq, ...(readReplies && { readReplies }) }],
  });
  const own: Publication = {
    scope: userScope(ctx.userId),
    tell: marks(row.read_seq, row.delivered_seq, row.read_replies),
  };
  if (row.kind === "channel") return [own];
  return [{ scope: conversationScope(conversationId), tell: marks(row.told_read_seq, row.told_delivered_seq) }, own];
}
