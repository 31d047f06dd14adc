import type { Db } from "@parley/db";
import type { ChangedRows, ConversationId, SeqRange } from "@parley/schema";
import { sql } from "kysely";
import type { ConversationRecord } from "./wire-rows.ts";

/**
 * Whether every member may read the messages these rows are about. A room tells everyone the same, so what is about a
 * message from before somebody joined is only announced, and each device asks for what it may have.
 */
export async function isVisibleToAll(
  db: Db,
  conversation: Pick<ConversationRecord, "id" | "kind" | "last_seq">,
  { messages = [], reactions = [], pins = [] }: ChangedRows,
): Promise<boolean> {
  const seqs = [...messages, ...reactions, ...pins].map((row) => row.seq);
  const earlier = seqs.filter((seq) => seq <= conversation.last_seq).map((seq) => ({ from: seq, to: seq }));
  // The summary of a thread tells of all that came after its root.
  const below = messages.filter((row) => row.thread).map((row) => ({ from: row.seq, to: conversation.last_seq }));
  const ranges = [...earlier, ...below];
  // A channel hides nothing from its subscribers.
  if (ranges.length === 0 || conversation.kind === "channel") return true;
  return (await blindMembers(db, conversation.id, ranges).executeTakeFirst()) === undefined;
}

/** A member who may not read all of this. */
export const blindMembers = (db: Db, id: ConversationId, ranges: SeqRange[]) =>
  db
    .selectFrom("members")
    .select("user_id")
    .where("conversation_id", "=", id)
    .where("left_at", "is", null)
    // By the index of those who do not see everything: few or none, however many members there are.
    .where(sql<boolean>`visible <> '{[1,)}'`)
    .where(
      sql<boolean>`not (${`{${ranges.map(({ from, to }) => `[${from},${to}]`).join(",")}}`}::int4multirange <@ visible)`,
    )
    .limit(1);
