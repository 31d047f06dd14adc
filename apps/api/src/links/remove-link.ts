import type { inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { inConversation } from "../conversations/in-conversation.ts";
import { notAllowed } from "../errors.ts";
import { readMessage } from "../messages/find-message.ts";
import { toMessageRow } from "../messages/wire-row.ts";

/** Takes the preview off one's own message, for good. */
export function removeLink(
  ctx: SignedIn,
  { conversationId, messageId }: InferOutput<typeof inputs.removeLink>,
): Promise<{ rev: number }> {
  return inConversation(ctx, conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, messageId);
    if (message.sender_id !== ctx.userId) throw notAllowed("You can only change what you wrote.");
    if (message.details.noLink || message.deleted_at) return { rev: message.rev };
    const { link: _, ...details } = message.details;
    const changed = await tx.db
      .updateTable("messages")
      .set({ details: JSON.stringify({ ...details, noLink: true }), rev: tx.rev })
      .where("id", "=", messageId)
      .returningAll()
      .executeTakeFirstOrThrow();
    tx.changed({ messages: [toMessageRow(changed)] });
    return { rev: tx.rev };
  });
}
