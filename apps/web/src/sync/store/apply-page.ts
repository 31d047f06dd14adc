import type { ConversationId, MessagePage } from "@parley/schema";
import { inLocalConversation } from "./apply-changes.ts";
import { keepReactions } from "./apply-reactions.ts";
import { keepMessages, keepPeople } from "./apply-rows.ts";
import type { LocalDb } from "./db.ts";
import { addRange } from "./ranges.ts";

/**
 * A stretch of history that was asked for. A page read before what the cursor already stands for might bring back
 * what has been changed since, and nobody would tell us again: it is asked for once more.
 */
export function applyPage(db: LocalDb, id: ConversationId, page: MessagePage) {
  return inLocalConversation(db, id, async (tx, it, touched) => {
    if (page.rev < it.cursor) return "again";
    if (page.covers) it.held = addRange(it.held, page.covers);
    await keepMessages(tx, it, page.messages, touched);
    await keepReactions(tx, it, page.reactions, touched);
    await keepPeople(tx, page.people, touched);
    it.headRev = Math.max(it.headRev, page.rev);
    return "applied";
  });
}
