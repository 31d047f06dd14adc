import type { ConversationId } from "@parley/schema";
import { type Kysely, sql } from "kysely";
import { wordsVector } from "../search/words-vector.ts";

/** Messages are found by their words. These stand in a table of their own, so that reading messages does not read them too. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await fill(db);
}

const statements = [
  `create table message_words (
    message_id uuid primary key references messages on delete cascade,
    words tsvector not null
  )`,
  // A search asks the index once for each conversation: a list of what waits to be put into it would be read each time.
  `create index message_words_by_word on message_words using gin (words) with (fastupdate = off)`,
  `create index messages_by_time on messages (conversation_id, created_at)`,

  // Whoever erases a message, its words go with it.
  `create function forget_words() returns trigger language plpgsql as $$
  begin
    delete from message_words where message_id = new.id;
    return null;
  end $$`,
  `create trigger message_erased after update of deleted_at on messages for each row
    when (new.deleted_at is not null and old.deleted_at is null) execute function forget_words()`,
];

type Message = { id: string; conversation_id: ConversationId; kind: string; text: string; sender_id: never };

/** For messages from before there was a search. */
async function fill(db: Kysely<unknown>) {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await sql<Message>`
      select id, conversation_id, kind, text, sender_id from messages
      where id > ${last} and deleted_at is null order by id limit 2000`.execute(db);
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? last;
    const found = rows.flatMap(({ id, conversation_id, kind, text, sender_id }) => {
      const words = wordsVector(conversation_id, { kind, text, senderId: sender_id });
      return words ? [{ message_id: id, words }] : [];
    });
    await sql`
      insert into message_words (message_id, words)
      select message_id, words::tsvector from jsonb_to_recordset(${JSON.stringify(found)}::text::jsonb) as found(message_id uuid, words text)`.execute(
      db,
    );
  }
}
