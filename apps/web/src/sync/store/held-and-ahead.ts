import type { SeqRange } from "@parley/schema";
import type { LocalDb } from "./db.ts";
import type { LocalConversation } from "./rows.ts";

/**
 * What to name as held in a pull. Our own messages that the server has just taken stand above what others wrote in the
 * meantime: naming them would tell the API that we have all up to there, and what lies between would never come.
 */
export async function heldAndAhead(
  db: LocalDb,
  it: LocalConversation,
): Promise<{ holding: SeqRange[]; ahead: SeqRange[] }> {
  for (const [at, range] of it.held.entries()) {
    const isAhead = at > 0 && (await db.get("messages", [it.id, range.from]))?.rev === 0;
    if (isAhead) return { holding: it.held.slice(0, at), ahead: it.held.slice(at) };
  }
  return { holding: it.held, ahead: [] };
}
