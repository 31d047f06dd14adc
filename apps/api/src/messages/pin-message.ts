import { AppError, type inputs, limits, type UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { may } from "../conversations/authority.ts";
import { type ConversationTx, inConversation } from "../conversations/in-conversation.ts";
import { requireUnblocked } from "../conversations/require-unblocked.ts";
import { notAllowed } from "../errors.ts";
import { readMessage } from "./find-message.ts";
import { removePin, toPinRow } from "./pins.ts";

export type PinMessage = InferOutput<typeof inputs.pinMessage>;

/** Puts a message into the bar above its conversation, or takes it down. Twice is once. */
export function pinMessage(ctx: SignedIn, input: PinMessage): Promise<{ rev: number }> {
  const { conversationId, messageId, isPinned } = input;
  return inConversation(ctx, conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, messageId);
    const isShared = tx.conversation.kind === "group" || tx.conversation.kind === "channel";
    if (isShared && !may(tx, "pin")) throw notAllowed();
    if (!isPinned) return { rev: (await removePin(tx, message)) ? tx.rev : tx.conversation.rev };
    if (message.kind === "event") throw notAllowed("What happened here cannot be pinned.");
    if (message.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");

    const pinned = await tx.db
      .selectFrom("pins")
      .select(["message_id", "rev"])
      .where("conversation_id", "=", conversationId)
      .where("is_removed", "=", false)
      .execute();
    const earlier = pinned.find((it) => it.message_id === messageId);
    if (earlier) return { rev: earlier.rev };
    if (pinned.length >= limits.pins)
      throw new AppError("conflict", "too_many_pins", `At most ${limits.pins} messages can be pinned here.`);
    await insertPin(ctx, tx, message, await requireUnblocked(ctx, tx));
    await tx.happened({ type: "pinned", messageId });
    return { rev: tx.rev };
  });
}

async function insertPin(
  ctx: SignedIn,
  tx: ConversationTx,
  { id, seq, conversation_id }: Awaited<ReturnType<typeof readMessage>>,
  hidden_from: UserId | null,
) {
  const changed = { pinned_by: ctx.userId, rev: tx.rev, is_removed: false, hidden_from };
  const row = await tx.db
    .insertInto("pins")
    .values({ message_id: id, conversation_id, ...changed })
    .onConflict((conflict) => conflict.column("message_id").doUpdateSet(changed))
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.changed({ pins: [toPinRow({ ...row, seq })] });
}
