import type { MessageId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { notFound } from "../errors.ts";
import { readableMessages } from "./readable-messages.ts";
import type { MessageRecord } from "./wire-row.ts";

/** The message, for who may read it. */
export async function readMessage(ctx: SignedIn, tx: ConversationTx, id: MessageId): Promise<MessageRecord> {
  const message = await findMessage(ctx, tx, id);
  if (!message) throw notFound();
  return message;
}

/** The same, or undefined. */
export function findMessage(
  ctx: SignedIn,
  { db, conversation }: ConversationTx,
  id: MessageId,
): Promise<MessageRecord | undefined> {
  return readableMessages(db, { userId: ctx.userId, conversationId: conversation.id, now: ctx.now() })
    .where("messages.id", "=", id)
    .executeTakeFirst();
}
