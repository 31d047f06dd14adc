import { type inputs, isClosed } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { may } from "../conversations/authority.ts";
import { type ConversationTx, inConversation } from "../conversations/in-conversation.ts";
import { notAllowed } from "../errors.ts";
import { readMessage } from "./find-message.ts";
import { changePoll, type Poll, readPoll, tallyOf } from "./polls.ts";

export type ClosePoll = InferOutput<typeof inputs.closePoll>;

/** Ends a poll now: its author may, and who keeps order. What was right in a quiz is told to all. */
export function closePoll(ctx: SignedIn, { conversationId, messageId }: ClosePoll): Promise<{ rev: number }> {
  return inConversation(ctx, conversationId, async (tx) => {
    const poll = await readPoll(tx.db, await readMessage(ctx, tx, messageId));
    if (poll.message.sender_id !== ctx.userId && !may(tx, "deleteOthersMessages"))
      throw notAllowed("Only who asked can close this poll.");
    if (poll.content.closedAt) return { rev: poll.message.rev };
    const now = ctx.now();
    const isLate = poll.record.closes_at !== null && isClosed(poll.content, now.getTime());
    await endPoll(tx, poll, isLate && poll.record.closes_at ? poll.record.closes_at : now);
    return { rev: tx.rev };
  });
}

/** The final counts, and what was right, become part of the message. */
export async function endPoll(tx: Pick<ConversationTx, "db" | "rev" | "changed">, poll: Poll, at: Date) {
  const { record } = poll;
  await tx.db
    .updateTable("polls")
    .set({ closed_at: at, uncounted: 0 })
    .where("message_id", "=", record.message_id)
    .execute();
  await changePoll(tx, poll, {
    tally: tallyOf(poll, record, true).tally,
    closedAt: at.toISOString(),
    ...(record.answers && { answers: record.answers }),
  });
}
