import type { MessageRow } from "@parley/schema";
import { sql } from "kysely";
import type { Db } from "../open-db.ts";
import { wordsVector } from "./words-vector.ts";

/** Brings what changed messages are found by up to date; what was erased is found no more. */
export async function keepWords(db: Db, messages: MessageRow[]): Promise<void> {
  const found: { message_id: string; words: string }[] = [];
  const lost: string[] = [];
  for (const message of messages) {
    const words = wordsVector(message.conversationId, message);
    if (words) found.push({ message_id: message.id, words });
    else if (message.deletedAt) lost.push(message.id);
  }
  if (lost.length > 0) await sql`delete from message_words where message_id = any(${lost}::uuid[])`.execute(db);
  if (found.length === 0) return;
  await sql`
    insert into message_words (message_id, words, seq, created_at)
    select m.id, found.words::tsvector, m.seq, m.created_at
    from jsonb_to_recordset(${JSON.stringify(found)}::text::jsonb) as found(message_id uuid, words text) join messages m on m.id = found.message_id
    on conflict (message_id) do update set words = excluded.words where message_words.words <> excluded.words`.execute(
    db,
  );
}
