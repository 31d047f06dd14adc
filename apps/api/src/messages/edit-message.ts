import { AppError, type ConversationId, type MessageId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { inConversation } from "../conversations/in-conversation.ts";
import { requireUnblocked } from "../conversations/require-unblocked.ts";
import { notAllowed } from "../errors.ts";
import { linkOf } from "../links/preview-link.ts";
import { readMessage } from "./find-message.ts";
import { listMentions } from "./list-mentions.ts";
import { toMessageRow } from "./wire-row.ts";

export type EditMessage = { conversationId: ConversationId; messageId: MessageId; text: string };

/** Gives one's own message another text; what it said before is kept as a version. */
export async function editMessage(ctx: SignedIn, input: EditMessage): Promise<{ rev: number }> {
  const { conversationId, messageId, text } = input;
  let hasNewLink = false;
  const answer = await inConversation(ctx, conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, messageId);
    if (message.sender_id !== ctx.userId || message.kind !== "text" || message.details.forwarded)
      throw notAllowed("You can only edit what you wrote.");
    if (message.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");
    if (!text && !message.details.attachments)
      throw new AppError("bad_input", "message_empty", "Write something first.");
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
    const { link, mentions: _, mentionsAll: __, ...details } = message.details;
    const named = await listMentions(tx.db, { userId: ctx.userId, conversationId }, text);
    const url = linkOf({ ...message, text });
    const keepsLink = link !== undefined && link.url === url;
    hasNewLink = url !== null && !keepsLink;
    const edited = await tx.db
      .updateTable("messages")
      .set({
        text,
        rev: tx.rev,
        edited_at: ctx.now(),
        details: JSON.stringify({ ...details, ...named, ...(keepsLink && { link }) }),
      })
      .where("id", "=", messageId)
      .returningAll()
      .executeTakeFirstOrThrow();
    tx.changed({ messages: [toMessageRow(edited)] });
    return { rev: tx.rev };
  });
  if (hasNewLink) ctx.later(ctx.jobs.add("preview-link", { conversationId, messageId }));
  return answer;
}
