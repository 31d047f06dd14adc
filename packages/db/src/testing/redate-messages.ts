import { sql } from "kysely";
import type { Db } from "../open-db.ts";

/** Gives messages that say so another time, as if it had gone by; their chats begin before. `%` stands for any words. */
export async function redateMessages(db: Db, sent: Record<string, Date>): Promise<void> {
  for (const [text, at] of Object.entries(sent))
    await sql`update messages set created_at = ${at} where text like ${text}`.execute(db);
  const first = new Date(Math.min(...Object.values(sent).map(Number)) - 1_000);
  await sql`update conversations set created_at = least(created_at, ${first})`.execute(db);
}
