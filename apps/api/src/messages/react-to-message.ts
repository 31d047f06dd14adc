import { AppError, emojiNameIn, type inputs, limits, type UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { inSharedTurn } from "../conversations/in-shared-turn.ts";
import { requireUnblocked } from "../conversations/require-unblocked.ts";
import { isEmojiName } from "../emoji/queries.ts";
import { notAllowed } from "../errors.ts";
import { readMessage } from "./find-message.ts";
import { toReactionRow } from "./reactions.ts";
import { countReaction } from "./tallies.ts";
import type { MessageRecord } from "./wire-row.ts";

export type ReactToMessage = InferOutput<typeof inputs.reactToMessage>;

/** Puts one's emoji on a message or takes it back. It is a set: doing it twice, or from two devices, is doing it once. */
export function reactToMessage(ctx: SignedIn, input: ReactToMessage): Promise<{ rev: number }> {
  const { conversationId, messageId, emoji, isOn } = input;
  return inSharedTurn(ctx, conversationId, async (tx) => {
    const message = await readMessage(ctx, tx, messageId);
    if (message.kind === "event") throw notAllowed("There is nothing to react to.");
    const own = message.deleted_at ? [] : await listOwn(tx, message, ctx.userId);
    const mine = own.find((it) => it.emoji === emoji);
    if (isOn && message.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");
    if ((mine ? !mine.is_removed : false) === isOn) return { rev: mine?.rev ?? message.rev };
    let hidden_from = mine?.hidden_from ?? null;
    if (isOn) {
      if (own.filter((it) => !it.is_removed).length >= limits.reactionsEach)
        throw new AppError("conflict", "too_many_reactions", `You can put ${limits.reactionsEach} emoji on a message.`);
      const name = emojiNameIn(emoji);
      if (name && !(await isEmojiName(tx.db, name)))
        throw new AppError("not_found", "not_found", "There is no such emoji.");
      hidden_from = await requireUnblocked(ctx, tx);
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
    tx.changed({ reactions: [toReactionRow({ ...row, seq: message.seq })] });
    tx.named(ctx.userId);
    return { rev: tx.rev };
  });
}

function listOwn({ db }: ConversationTx, { id }: MessageRecord, userId: UserId) {
  return db
    .selectFrom("reactions")
    .select(["emoji", "rev", "is_removed", "hidden_from"])
    .where("message_id", "=", id)
    .where("user_id", "=", userId)
    .execute();
}
