import { closeCodes, conversationScope, type UserId } from "@parley/schema";
import type { ConversationTx } from "./in-conversation.ts";
import { endMembership } from "./memberships.ts";

/** Ends somebody's membership against their will. Their connections close before the room hears of anything later. */
export async function putOut(tx: ConversationTx, userId: UserId, why: "removed" | "banned"): Promise<void> {
  tx.changed({ members: [await endMembership(tx, userId)] });
  if (tx.conversation.kind === "group") await tx.happened({ type: why, userIds: [userId] });
  tx.publish({ scope: conversationScope(tx.conversation.id), close: { userId, code: closeCodes.removed } });
  tx.alsoTell(userId);
}
