import type { App } from "../context.ts";
import { changeConversation } from "../conversations/change-conversation.ts";
import { endPoll } from "../messages/close-poll.ts";
import { readPoll } from "../messages/polls.ts";

const atOnce = 200;

/**
 * Tells how polls ended whose time has come. That they take no more votes does not wait for this: it goes by the clock,
 * here and on every device.
 */
export async function closePolls(app: App): Promise<number> {
  const due = await app.db
    .selectFrom("polls")
    .innerJoin("messages", "messages.id", "polls.message_id")
    .select(["polls.message_id", "polls.conversation_id", "messages.sender_id"])
    .where("polls.closes_at", "<=", app.now())
    .where("polls.closed_at", "is", null)
    .orderBy("polls.closes_at")
    .limit(atOnce)
    .execute();
  for (const { message_id, conversation_id, sender_id } of due) {
    await changeConversation(app, conversation_id, sender_id, async (tx) => {
      const message = await tx.db
        .selectFrom("messages")
        .selectAll()
        .where("id", "=", message_id)
        .where("deleted_at", "is", null)
        .executeTakeFirst();
      if (!message) return;
      const poll = await readPoll(tx.db, message);
      if (!poll.content.closedAt && poll.record.closes_at) await endPoll(tx, poll, poll.record.closes_at);
    });
  }
  return due.length;
}
