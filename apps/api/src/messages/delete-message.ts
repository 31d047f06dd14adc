import { AppError, type Attachment, type ConversationId, type MessageId, settingOf } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { may } from "../conversations/authority.ts";
import { type ConversationTx, inConversation } from "../conversations/in-conversation.ts";
import { notAllowed, notFound } from "../errors.ts";
import { eraseLetGo } from "../files/erase-files.ts";
import { eraseMessage } from "./erase-message.ts";
import { findMessage } from "./find-message.ts";

/**
 * Deletes a message for all: its text, versions and reactions are erased, its place stays as a tombstone. One that is not
 * there, as far as the user can tell, may still be on its way from their device: it is noted, and refused should it come.
 */
export async function deleteMessage(
  ctx: SignedIn,
  input: { conversationId: ConversationId; messageId: MessageId },
): Promise<{ rev: number }> {
  let held: Attachment[] = [];
  const answer = await inConversation(ctx, input.conversationId, async (tx) => {
    const message = await findMessage(ctx, tx, input.messageId);
    if (!message) return takeBack(ctx, tx, input.messageId);
    if (message.deleted_at) return { rev: message.rev };
    if (message.kind === "event") throw notAllowed("What happened here cannot be deleted.");
    if (!may(tx, "deleteOthersMessages")) {
      if (message.sender_id !== ctx.userId) throw notAllowed("You can only delete what you wrote.");
      const hours = settingOf(tx.conversation, "deleteForAllHours");
      const isLate = ctx.now().getTime() - message.created_at.getTime() > hours * 3_600_000;
      if (isLate && tx.conversation.kind !== "saved")
        throw new AppError("not_allowed", "too_late_to_delete", "This message is too old to be deleted for everyone.");
    }

    held = message.details.attachments ?? [];
    await eraseMessage(tx, message, ctx.now());
    return { rev: tx.rev };
  });
  if (!answer) throw notFound();
  eraseLetGo(ctx, held);
  return answer;
}

async function takeBack({ userId, now }: SignedIn, { db }: ConversationTx, message_id: MessageId): Promise<null> {
  await db
    .insertInto("taken_back")
    .values({ user_id: userId, message_id, created_at: now() })
    .onConflict((it) => it.doNothing())
    .execute();
  return null;
}
