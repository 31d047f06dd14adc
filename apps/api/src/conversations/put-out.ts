import { closeCodes, conversationScope, type MemberRow } from "@parley/schema";
import type { ConversationTx } from "./in-conversation.ts";
import { endMembership } from "./memberships.ts";
import { tellMembers } from "./tell-members.ts";

/** Ends somebody's membership against their will. Their connections close before the room hears of anything later. */
export async function putOut(
  tx: ConversationTx,
  { userId, role }: MemberRow,
  why: "removed" | "banned",
): Promise<void> {
  await tellMembers(tx, [await endMembership(tx, userId)], role !== "member");
  await tx.happened({ type: why, userIds: [userId] });
  tx.publish({ scope: conversationScope(tx.conversation.id), close: { userId, code: closeCodes.removed } });
  tx.alsoTell(userId);
}
