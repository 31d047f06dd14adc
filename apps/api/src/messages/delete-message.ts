import { AppError, type Attachment, type ConversationId, type MessageId, settingOf } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { may } from "../conversations/authority.ts";
import { inConversation } from "../conversations/in-conversation.ts";
import { notAllowed } from "../errors.ts";
import { eraseLetGo } from "../files/erase-files.ts";
import { readMessage } from "./find-message.ts";
import { removePin } from "./pins.ts";
import { erasePoll } from "./polls.ts";
import { eraseReactions } from "./reactions.ts";
import { keptDetails, takeFromThread } from "./thread-summary.ts";
import { toMessageRow } from "./wire-row.ts";

/** Deletes a message for all: its text, versions and reactions are erased, its place stays as a tombstone. */
export async function deleteMessage(
  ctx: SignedIn,
  input: { conversationId: ConversationId; messageId: MessageId },
): Promise<{ rev: number }> {
  let held: Attachment[] = [];
  const answer = await inConversation(ctx, input.conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, input.messageId);
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
    await tx.db.deleteFrom("message_versions").where("message_id", "=", message.id).execute();
    await eraseReactions(tx.db, message.id);
    if (message.kind === "poll") await erasePoll(tx, message.id, ctx.now());
    await removePin(tx, message);
    const tombstone = await tx.db
      .updateTable("messages")
      .set({
        text: "",
        event: null,
        details: keptDetails(message),
        reply_to_id: null,
        deleted_at: ctx.now(),
        rev: tx.rev,
      })
      .where("id", "=", message.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const root = await takeFromThread(tx, message);
    tx.changed({ messages: [toMessageRow(tombstone), ...(root ? [root] : [])] });
    return { rev: tx.rev };
  });
  eraseLetGo(ctx, held);
  return answer;
}
