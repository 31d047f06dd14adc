import type { ConversationId, MessageId, MessagePage } from "@parley/schema";
import { inLocalConversation } from "./apply-changes.ts";
import { keepReactions } from "./apply-reactions.ts";
import { keepMessages, keepPeople } from "./apply-rows.ts";
import type { LocalDb } from "./db.ts";
import { holdThread } from "./held-threads.ts";
import { addRange, joined } from "./ranges.ts";

const mostBare = 200;

/**
 * A stretch of history that was asked for. A page read before what the cursor already stands for might bring back
 * what has been changed since, and nobody would tell us again: it is asked for once more.
 */
export function applyPage(db: LocalDb, id: ConversationId, page: MessagePage, threadId?: MessageId) {
  return inLocalConversation(db, id, async (tx, it, touched) => {
    if (page.rev < it.cursor) return "again";
    if (threadId) await holdThread(tx, it, threadId, page);
    else if (page.covers) it.held = addRange(it.held, page.covers);
    it.bare = joined(it.bare, page.bare ?? []).slice(-mostBare);
    await keepMessages(tx, it, page.messages, touched);
    await keepReactions(tx, it, page.reactions, touched);
    await keepPeople(tx, page.people, touched);
    it.headRev = Math.max(it.headRev, page.rev);
    return "applied";
  });
}
