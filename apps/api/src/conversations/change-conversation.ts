import type { ConversationId, UserId } from "@parley/schema";
import type { App } from "../context.ts";
import { notFound } from "../errors.ts";
import { type ConversationTx, lockConversation, recordChanges, tell } from "./in-conversation.ts";
import { findMembership } from "./memberships.ts";

/** As `inConversation`, for what time brings about: in the name of somebody who need not be a member any more. */
export async function changeConversation<T>(
  app: Pick<App, "db" | "publish" | "heads" | "turns">,
  id: ConversationId,
  userId: UserId,
  work: (tx: ConversationTx) => Promise<T>,
): Promise<T> {
  const commit = () =>
    app.db.transaction().execute(async (db) => {
      const conversation = await lockConversation(db, id);
      const me = await findMembership({ db, conversation }, userId);
      if (!me) throw notFound();
      return recordChanges(db, { userId }, conversation, me, work);
    });
  const committed = await app.turns.take(id, commit);
  tell(app, id, committed.publications, committed.alsoTold);
  return committed.result;
}
