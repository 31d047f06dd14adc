import { AppError, type ConversationId, type UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { requireMay } from "./authority.ts";
import { banned, listBanned } from "./bans.ts";
import { inConversation } from "./in-conversation.ts";
import { endRequest } from "./join-requests.ts";
import { insertMembers, listAddable, requireRoom } from "./memberships.ts";
import { tellMembers } from "./tell-members.ts";

/** Adds people to a group; who is in it already stays as they are. Names those who could not be added, never why. */
export function addMembers(
  ctx: SignedIn,
  input: { conversationId: ConversationId; userIds: UserId[] },
): Promise<{ rev: number; notAdded: UserId[] }> {
  return inConversation(ctx, input.conversationId, async (tx) => {
    requireMay(tx, "addMembers");
    const { db, conversation } = tx;
    const present = await db
      .selectFrom("members")
      .select("user_id")
      .where("conversation_id", "=", conversation.id)
      .where("user_id", "in", input.userIds)
      .where("left_at", "is", null)
      .execute();
    const isPresent = new Set(present.map((row) => row.user_id));
    const reachable = await listAddable(
      db,
      ctx.userId,
      input.userIds.filter((id) => !isPresent.has(id)),
    );
    const isBanned = new Set(await listBanned(tx, reachable));
    const newcomers = reachable.filter((id) => !isBanned.has(id));
    if (newcomers.length === 0 && isPresent.size === 0) throw isBanned.size > 0 ? banned() : notAddable();
    const notAdded = input.userIds.filter((id) => !isPresent.has(id) && !newcomers.includes(id));
    if (newcomers.length === 0) return { rev: conversation.rev, notAdded };

    await requireRoom(tx, newcomers.length);
    await tellMembers(tx, await insertMembers(tx, newcomers));
    for (const userId of newcomers) await endRequest(tx, userId, null);
    await tx.happened({ type: "added", userIds: newcomers });
    return { rev: tx.rev, notAdded };
  });
}

// The same for who is not there, who does not want it and who blocks: a link leaves it to them.
const notAddable = () =>
  new AppError("not_allowed", "not_addable", "You cannot add them to groups. Send them an invite link instead.");
