import { sql } from "kysely";
import type { Db } from "../open-db.ts";
import { logged } from "./logged.ts";
import { allows, awaits, blocks, shows, tellsDelivered, tellsRead } from "./privacy.ts";
import { seenThread } from "./seen-thread.ts";
import { sendMessages } from "./send-messages.ts";

/** What runs inside the database, by signature. Code, not state: it is laid anew at every start. */
const functions: Record<string, string> = {
  "blocks(uuid, uuid)": blocks,
  "allows(uuid, uuid, text)": allows,
  "shows(uuid, uuid, text)": shows,
  "awaits(uuid, uuid)": awaits,
  "tells_delivered(uuid, uuid)": tellsDelivered,
  "tells_read(uuid, uuid)": tellsRead,
  "seen_thread(uuid, jsonb, int4multirange)": seenThread,
  "logged(bigint[], integer)": logged,
  "send_messages(jsonb)": sendMessages,
};

export async function layFunctions(db: Db) {
  for (const [signature, text] of Object.entries(functions)) {
    await sql.raw(`drop function if exists ${signature}`).execute(db);
    await sql.raw(text).execute(db);
  }
}
