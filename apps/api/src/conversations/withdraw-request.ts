import type { ConversationId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { asOutsider } from "./as-outsider.ts";
import { endRequest } from "./join-requests.ts";

/** Gives up asking to join. Who has not asked learns nothing. */
export async function withdrawRequest(
  ctx: SignedIn,
  { conversationId }: { conversationId: ConversationId },
): Promise<Record<string, never>> {
  const asked = await ctx.db
    .selectFrom("join_requests")
    .select("user_id")
    .where("conversation_id", "=", conversationId)
    .where("user_id", "=", ctx.userId)
    .executeTakeFirst();
  if (asked) await asOutsider(ctx, conversationId, (tx) => endRequest(tx, ctx.userId, null));
  return {};
}
