import type { ConversationId, MessageRow } from "@parley/schema";
import { inSeqRange, type LocalDb } from "./db.ts";

const batchSize = 300;

/** The nearest message on one side of a place, of those this device holds, that is wanted. */
export async function nearestHeld(
  db: LocalDb,
  { conversationId, seq }: { conversationId: ConversationId; seq: number },
  step: 1 | -1,
  wants: (message: MessageRow) => boolean,
): Promise<MessageRow | undefined> {
  const last = step === 1 ? ((await db.get("conversations", conversationId))?.row.lastSeq ?? 0) : seq;
  for (let at = seq + step; step === 1 ? at <= last : at > 0; at += step * batchSize) {
    const far = at + step * (batchSize - 1);
    const range = inSeqRange(conversationId, Math.min(at, far), Math.max(at, far));
    const rows = await db.getAll("messages", range);
    const found = step === 1 ? rows.find(wants) : rows.findLast(wants);
    if (found) return found;
  }
  return undefined;
}
