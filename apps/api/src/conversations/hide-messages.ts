import type { Db } from "@parley/db";
import type { ConversationId, MessageRow, UserId } from "@parley/schema";
import { sql } from "kysely";

/** Takes these messages out of what a member may read; every read respects it. */
export async function hideMessages(
  db: Db,
  { id }: { id: ConversationId },
  userId: UserId,
  messages: Pick<MessageRow, "seq">[],
): Promise<void> {
  if (messages.length === 0) return;
  const seqs = `{${messages.map(({ seq }) => `[${seq},${seq}]`).join(",")}}`;
  await sql`update members set visible = visible - ${seqs}::int4multirange
    where user_id = ${userId} and conversation_id = ${id}`.execute(db);
}
