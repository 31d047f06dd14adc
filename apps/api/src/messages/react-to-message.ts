import { AppError, type inputs, limits, type UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { type ConversationTx, inConversation } from "../conversations/in-conversation.ts";
import { requireUnblocked } from "../conversations/require-unblocked.ts";
import { notAllowed } from "../errors.ts";
import { listPeople } from "../people/list-people.ts";
import { readMessage } from "./find-message.ts";
import { toReactionRow } from "./reactions.ts";
import { countReaction } from "./tallies.ts";
import type { MessageRecord } from "./wire-row.ts";

export type ReactToMessage = InferOutput<typeof inputs.reactToMessage>;

/** Puts one's emoji on a message or takes it back. It is a set: doing it twice, or from two devices, is doing it once. */
export function reactToMessage(ctx: SignedIn, input: ReactToMessage): Promise<{ rev: number }> {
  const { conversationId, messageId, emoji, isOn } = input;
  return inConversation(ctx, conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, messageId);
    if (message.kind === "event") throw notAllowed("There is nothing to react to.");
    const mine = message.deleted_at ? undefined : await findReaction(tx, message, ctx.userId, emoji);
    if (isOn && message.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");
    if ((mine ? !mine.is_removed : false) === isOn) return { rev: mine?.rev ?? message.rev };
    let hidden_from = mine?.hidden_from ?? null;
    if (isOn) {
      hidden_from = await requireUnblocked(ctx, tx);
      await requireRoomFor(tx, message, ctx.userId);
    } else if (hidden_from) tx.hideFrom(hidden_from);

    const rev = tx.conversation.kind === "channel" ? tx.conversation.rev : tx.rev;
    const changed = { rev, is_removed: !isOn, hidden_from };
    const row = await tx.db
      .insertInto("reactions")
      .values({ message_id: messageId, user_id: ctx.userId, emoji, conversation_id: conversationId, ...changed })
      .onConflict((conflict) => conflict.columns(["message_id", "user_id", "emoji"]).doUpdateSet(changed))
      .returningAll()
      .executeTakeFirstOrThrow();
    if (tx.conversation.kind === "channel") {
      await countReaction(tx.db, messageId, emoji, isOn ? 1 : -1);
      ctx.tallies.moved(conversationId, messageId);
      return { rev: tx.conversation.rev };
    }
    tx.changed({ reactions: [toReactionRow({ ...row, seq: message.seq })] }, await listPeople(tx.db, [ctx.userId]));
    return { rev: tx.rev };
  });
}

function findReaction({ db }: ConversationTx, { id }: MessageRecord, userId: UserId, emoji: string) {
  return db
    .selectFrom("reactions")
    .select(["rev", "is_removed", "hidden_from"])
    .where("message_id", "=", id)
    .where("user_id", "=", userId)
    .where("emoji", "=", emoji)
    .executeTakeFirst();
}

async function requireRoomFor({ db }: ConversationTx, { id }: MessageRecord, userId: UserId) {
  const { count } = await db
    .selectFrom("reactions")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("message_id", "=", id)
    .where("user_id", "=", userId)
    .where("is_removed", "=", false)
    .executeTakeFirstOrThrow();
  if (Number(count) >= limits.reactionsEach)
    throw new AppError("conflict", "too_many_reactions", `You can put ${limits.reactionsEach} emoji on a message.`);
}
