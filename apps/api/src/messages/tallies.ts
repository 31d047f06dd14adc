import type { Db } from "@parley/db";
import type { MessageId, Tally } from "@parley/schema";
import { sql } from "kysely";

/** One more or one fewer of an emoji on a channel's post; those of which none is left are taken out. */
export async function countReaction(db: Db, messageId: MessageId, emoji: string, more: 1 | -1): Promise<void> {
  await sql`
    insert into tallies as t (message_id, reactions) values (${messageId}, jsonb_build_object(${emoji}::text, 1))
    on conflict (message_id) do update set reactions = case
      when coalesce((t.reactions->>${emoji}::text)::int, 0) + ${more}::int <= 0 then t.reactions - ${emoji}::text
      else t.reactions || jsonb_build_object(${emoji}::text, coalesce((t.reactions->>${emoji}::text)::int, 0) + ${more}::int) end`.execute(
    db,
  );
}

/** What these posts have had; none of those deleted. */
export async function listTallies(db: Db, ids: MessageId[]): Promise<Tally[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("messages")
    .leftJoin("tallies", "tallies.message_id", "messages.id")
    .select(["messages.id", "messages.seq", "tallies.view_count", "tallies.reactions"])
    .where("messages.id", "in", ids)
    .where("messages.deleted_at", "is", null)
    .where("messages.kind", "<>", "event")
    .orderBy("messages.seq")
    .execute();
  return rows.map((row) => ({
    messageId: row.id,
    seq: row.seq,
    viewCount: row.view_count ?? 0,
    reactions: row.reactions ?? {},
  }));
}
