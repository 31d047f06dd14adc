import type { Db, Tables } from "@parley/db";
import type { ConversationId, MessageId, MessageRow, ReactionRow, UserId } from "@parley/schema";
import { type ExpressionBuilder, sql } from "kysely";
import { isAlive, type Reader } from "./readable-messages.ts";

type ReactionRecord = {
  conversation_id: ConversationId;
  message_id: MessageId;
  seq: number;
  user_id: UserId;
  emoji: string;
  is_removed: boolean;
  rev: number;
};

export function toReactionRow(row: ReactionRecord): ReactionRow {
  return {
    conversationId: row.conversation_id,
    messageId: row.message_id,
    seq: row.seq,
    userId: row.user_id,
    emoji: row.emoji,
    isRemoved: row.is_removed,
    rev: row.rev,
  };
}

/** Reactions to what this user may read of the conversation, removed ones too. */
export function readableReactions(db: Db, { userId, conversationId, now }: Reader) {
  return db
    .selectFrom("reactions")
    .innerJoin("messages", "messages.id", "reactions.message_id")
    .innerJoin("members", (join) =>
      join.on("members.user_id", "=", userId).onRef("members.conversation_id", "=", "reactions.conversation_id"),
    )
    .select([
      "reactions.conversation_id",
      "reactions.message_id",
      "messages.seq",
      "reactions.user_id",
      "reactions.emoji",
      "reactions.is_removed",
      "reactions.rev",
    ])
    .where("reactions.conversation_id", "=", conversationId)
    .where("reactions.hidden_from", "is distinct from", userId)
    .where(isNamed)
    .where("members.left_at", "is", null)
    .where(sql<boolean>`messages.seq <@ members.visible`)
    .where(isAlive(now));
}

/** As they are now, of messages that this user was found to be able to read. */
export async function listReactions(db: Db, messages: MessageRow[], userId: UserId): Promise<ReactionRow[]> {
  const written = new Map(messages.filter((it) => it.kind !== "event" && !it.deletedAt).map((it) => [it.id, it.seq]));
  if (written.size === 0) return [];
  const rows = await db
    .selectFrom("reactions")
    .select(["conversation_id", "message_id", "user_id", "emoji", "is_removed", "rev"])
    .where("message_id", "in", [...written.keys()])
    .where(isNamed)
    .where("is_removed", "=", false)
    .where("hidden_from", "is distinct from", userId)
    .orderBy("rev")
    .execute();
  return rows.map((row) => toReactionRow({ ...row, seq: written.get(row.message_id) ?? 0 }));
}

/** Who reacted in a channel is told to nobody: its posts have counts (`tallies`). */
function isNamed({ exists, selectFrom }: ExpressionBuilder<Tables, "reactions">) {
  return exists(
    selectFrom("conversations as of")
      .select("of.id")
      .whereRef("of.id", "=", "reactions.conversation_id")
      .where("of.kind", "<>", "channel"),
  );
}

/** The emoji goes with the message it was about. */
export async function eraseReactions(db: Db, messageId: MessageId): Promise<void> {
  await db.deleteFrom("reactions").where("message_id", "=", messageId).execute();
  await db.deleteFrom("tallies").where("message_id", "=", messageId).execute();
}
