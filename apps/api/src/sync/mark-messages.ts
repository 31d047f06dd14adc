import { type ConversationId, conversationScope, type inputs, type Publication, userScope } from "@parley/schema";
import { sql } from "kysely";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { startExpiry } from "../messages/start-expiry.ts";

export type MarkMessages = InferOutput<typeof inputs.markMessages>;

type Asked = { conversation_id: ConversationId; read_seq: number; delivered_seq: number };
type Marked = Asked & { read_replies: number };

/**
 * Moves how far the user has read and received, forwards only and never past what is there.
 * Rows are locked in id order; conversations the user is not in are passed over without a word.
 */
export async function markMessages(ctx: SignedIn, { marks }: MarkMessages): Promise<Record<string, never>> {
  const { rows } = await sql<Marked>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify(furthest(marks))}::jsonb) as it(conversation_id uuid, read_seq int, delivered_seq int)),
    mine as (
      select m.conversation_id, greatest(m.read_seq, least(a.read_seq, c.last_seq)) as read_seq,
        greatest(m.delivered_seq, m.read_seq, least(greatest(a.read_seq, a.delivered_seq), c.last_seq)) as delivered_seq
      from members m join asked a on a.conversation_id = m.conversation_id join conversations c on c.id = m.conversation_id
      where m.user_id = ${ctx.userId} and m.left_at is null
      order by m.conversation_id for no key update of m
    )
    update members m set read_seq = mine.read_seq, delivered_seq = mine.delivered_seq,
      read_replies = coalesce((select p.thread_replies from messages p
        where p.conversation_id = mine.conversation_id and p.seq = mine.read_seq), m.read_replies), row_xid = pg_current_xact_id()
    from mine where m.user_id = ${ctx.userId} and m.conversation_id = mine.conversation_id
      and (m.read_seq < mine.read_seq or m.delivered_seq < mine.delivered_seq)
    returning m.conversation_id, m.read_seq, m.delivered_seq, m.read_replies`.execute(ctx.db);

  if (rows.length > 0) {
    ctx.publish(rows.flatMap((row) => publicationsOf(ctx, row)));
    await startExpiry(ctx, { userId: ctx.userId, conversationIds: rows.map((row) => row.conversation_id) });
  }
  return {};
}

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

function publicationsOf(ctx: SignedIn, row: Marked): Publication[] {
  const conversationId = row.conversation_id;
  const tell = {
    t: "marks" as const,
    conversationId,
    marks: [
      {
        userId: ctx.userId,
        readSeq: row.read_seq,
        deliveredSeq: row.delivered_seq,
        ...(row.read_replies && { readReplies: row.read_replies }),
      },
    ],
  };
  return [
    { scope: conversationScope(conversationId), tell },
    { scope: userScope(ctx.userId), tell },
  ];
}
