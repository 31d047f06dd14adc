import type { ConversationTx } from "../conversations/in-conversation.ts";
import { removePin } from "./pins.ts";
import { erasePoll } from "./polls.ts";
import { eraseReactions } from "./reactions.ts";
import { keptDetails, takeFromThread } from "./thread-summary.ts";
import { type MessageRecord, toMessageRow } from "./wire-row.ts";

/** Takes all that a message says and holds out of it; its place stays as a tombstone. */
export async function eraseMessage(tx: ConversationTx, message: MessageRecord, now: Date): Promise<void> {
  await tx.db.deleteFrom("message_versions").where("message_id", "=", message.id).execute();
  await eraseReactions(tx.db, message.id);
  if (message.kind === "poll") await erasePoll(tx, message.id, now);
  await removePin(tx, message);
  const tombstone = await tx.db
    .updateTable("messages")
    .set({
      text: "",
      event: null,
      details: keptDetails(message),
      reply_to_id: null,
      deleted_at: now,
      rev: tx.rev,
    })
    .where("id", "=", message.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const root = await takeFromThread(tx, message);
  tx.changed({ messages: [toMessageRow(tombstone), ...(root ? [root] : [])] });
}
