import type { Db } from "@parley/db";
import { sql } from "kysely";
import type { Log } from "../log.ts";
import { createGatherer } from "../realtime/gather.ts";

const gatherMs = 500;

/**
 * Puts the words that were kept lately into their index. A search finds them before that too, but has to read all that
 * waits: so it must not wait for long.
 */
export function createWordGatherer({ db, log }: { db: Db; log: Log }): { kept(): void; close(): Promise<void> } {
  const gathered = createGatherer<"words", never>({
    gatherMs,
    log,
    what: "words",
    async tell() {
      await sql`select gin_clean_pending_list('message_words_by_word')`.execute(db);
    },
  });
  return { kept: () => gathered.add("words"), close: gathered.close };
}
