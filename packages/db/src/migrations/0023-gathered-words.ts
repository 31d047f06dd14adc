import { type Kysely, sql } from "kysely";

/**
 * The words of what is sent wait in a list before they are put into the index, many at once: one by one they took a third
 * of the time of a send and most of its log. A search reads the list too, once for each conversation, so the API has it
 * put in order twice a second (`gather-words.ts`), and it never grows beyond this many kilobytes.
 */
export async function up(db: Kysely<unknown>) {
  await sql.raw(`alter index message_words_by_word set (fastupdate = on, gin_pending_list_limit = 512)`).execute(db);
}
