import { AppError, type ConversationId, type MessageId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { type ConversationTx, inConversation } from "../conversations/in-conversation.ts";
import { listReachable } from "../conversations/memberships.ts";
import { notAllowed } from "../errors.ts";
import { readMessage } from "./find-message.ts";
import { toMessageRow } from "./wire-row.ts";

export type EditMessage = { conversationId: ConversationId; messageId: MessageId; text: string };

/** Gives one's own message another text; what it said before is kept as a version. */
export function editMessage(ctx: SignedIn, { conversationId, messageId, text }: EditMessage): Promise<{ rev: number }> {
  return inConversation(ctx, conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, messageId);
    if (message.sender_id !== ctx.userId || message.kind !== "text")
      throw notAllowed("You can only edit what you wrote.");
    if (message.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");
    if (message.text === text) return { rev: message.rev };
    await requireUnblocked(ctx, tx);

    await tx.db
      .insertInto("message_versions")
      .values({
        message_id: messageId,
        rev: message.rev,
        text: message.text,
        written_at: message.edited_at ?? message.created_at,
      })
      .execute();
    const edited = await tx.db
      .updateTable("messages")
      .set({ text, rev: tx.rev, edited_at: ctx.now() })
      .where("id", "=", messageId)
      .returningAll()
      .executeTakeFirstOrThrow();
    tx.changed({ messages: [toMessageRow(edited)] });
    return { rev: tx.rev };
  });
}

/** An edit would otherwise be a way to write to who does not want it. */
async function requireUnblocked(ctx: SignedIn, { db, conversation }: ConversationTx) {
  if (conversation.kind !== "direct") return;
  const others = await db
    .selectFrom("members")
    .select("user_id")
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "!=", ctx.userId)
    .execute();
  const reachable = await listReachable(
    db,
    ctx.userId,
    others.map((row) => row.user_id),
  );
  if (reachable.length === 0) throw notAllowed("You cannot send messages here.");
}
