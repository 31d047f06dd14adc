import type { inputs, MessageId, OwnTally } from "@parley/schema";
import { sql } from "kysely";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { readHead } from "./queries.ts";
import { readableMessages, readerOf } from "./readable-messages.ts";
import { listTallies } from "./tallies.ts";

export type ViewMessages = InferOutput<typeof inputs.viewMessages>;

/**
 * Notes which of a channel's posts somebody has seen, each once however often they look, and answers with what those
 * posts have had. No rev moves: the room is told a few seconds later, once for everyone who looked.
 */
export async function viewMessages(ctx: SignedIn, input: ViewMessages): Promise<OwnTally[]> {
  const { kind } = await readHead(ctx.db, { userId: ctx.userId, conversationId: input.conversationId });
  if (kind !== "channel") return [];
  const seen = await readableMessages(ctx.db, readerOf(ctx, input))
    .where("messages.seq", "in", input.seqs)
    .where("messages.kind", "<>", "event")
    .where("messages.deleted_at", "is", null)
    .execute();
  if (seen.length === 0) return [];

  const ids = seen.map((row) => row.id);
  const fresh = await noteViews(ctx, input, ids);
  for (const id of fresh) ctx.tallies.moved(input.conversationId, id);
  const mine = await ctx.db
    .selectFrom("reactions")
    .select(["message_id", "emoji"])
    .where("message_id", "in", ids)
    .where("user_id", "=", ctx.userId)
    .where("is_removed", "=", false)
    .orderBy("emoji")
    .execute();
  const tallies = await listTallies(ctx.db, ids);
  return tallies.map((tally) => ({
    ...tally,
    mine: mine.flatMap((row) => (row.message_id === tally.messageId ? [row.emoji] : [])),
  }));
}

/** Those seen for the first time. The member's row is locked first, so that two devices of theirs are one view. */
function noteViews({ db, userId }: SignedIn, { conversationId }: ViewMessages, ids: MessageId[]): Promise<MessageId[]> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: MessageId }>`
      with me as (select viewed from members
          where user_id = ${userId} and conversation_id = ${conversationId} and left_at is null for no key update),
        fresh as (select p.id, p.seq from messages p, me
          where p.id = any(${`{${ids.join(",")}}`}::uuid[]) and not p.seq <@ me.viewed),
        noted as (update members set viewed = viewed + (select range_agg(int4range(seq, seq + 1)) from fresh)
          where user_id = ${userId} and conversation_id = ${conversationId} and exists (select from fresh))
      insert into tallies as t (message_id, view_count) select id, 1 from fresh order by id
      on conflict (message_id) do update set view_count = t.view_count + 1 returning message_id as id`.execute(tx);
    return rows.map((row) => row.id);
  });
}
