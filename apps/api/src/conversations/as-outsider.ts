import type { ConversationId, MemberRow } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { type ConversationTx, lockConversation, recordChanges, tell } from "./in-conversation.ts";

/**
 * A change of a conversation by somebody who need not be in it: who comes in, asks to, or keeps the whole place.
 * It is the work's to look who that is, and whether they may.
 */
export async function asOutsider<T>(
  ctx: SignedIn,
  id: ConversationId,
  work: (tx: ConversationTx) => Promise<T>,
): Promise<T> {
  const commit = () =>
    ctx.db.transaction().execute(async (db) => {
      const conversation = await lockConversation(db, id);
      const nobody: MemberRow = {
        conversationId: id,
        userId: ctx.userId,
        role: "member",
        leftAt: ctx.now().toISOString(),
        joinedAt: ctx.now().toISOString(),
        readSeq: 0,
        deliveredSeq: 0,
        rev: 0,
      };
      return recordChanges(db, ctx, conversation, nobody, work);
    });
  const committed = await ctx.turns.take(id, commit);
  tell(ctx, id, committed.publications, committed.alsoTold);
  return committed.result;
}
