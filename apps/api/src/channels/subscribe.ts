import type { ConversationId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { asOutsider } from "../conversations/as-outsider.ts";
import { requireNotBanned } from "../conversations/bans.ts";
import { comeIn } from "../conversations/come-in.ts";
import { findMembership } from "../conversations/memberships.ts";
import { tellOwnHead } from "../conversations/tell-own-head.ts";
import { notFound } from "../errors.ts";

/** Subscribes to a public channel; one that is not public cannot be told from one that is not there. */
export async function subscribe(
  ctx: SignedIn,
  { conversationId }: { conversationId: ConversationId },
): Promise<{ conversationId: ConversationId }> {
  await asOutsider(ctx, conversationId, async (tx) => {
    const { kind, address } = tx.conversation;
    if (kind !== "channel" || !address) throw notFound();
    const earlier = await findMembership(tx, ctx.userId);
    if (earlier && !earlier.leftAt) return;
    await requireNotBanned(tx, ctx.userId);
    await comeIn(ctx, tx);
  });
  await tellOwnHead(ctx, conversationId);
  return { conversationId };
}
