import type { FileId, UserId } from "@parley/schema";
import type { App } from "../context.ts";
import { changeConversation } from "../conversations/change-conversation.ts";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { takeOutEmoji } from "../emoji/take-out-emoji.ts";
import { eraseMessage } from "../messages/erase-message.ts";
import { type MessageRecord, toMessageRow } from "../messages/wire-row.ts";
import { takeOutOfPacks } from "../stickers/take-out-of-packs.ts";
import { eraseUnheld } from "./erase-files.ts";
import { takeOutOfWaiting } from "./take-out-of-waiting.ts";

type Ctx = Pick<App, "db" | "files" | "now" | "publish" | "heads" | "turns">;

/**
 * Takes a user's own files out of what they sent and are about to send; a message that is left with nothing is deleted. What others have passed
 * on stays with them, and counts as theirs from then on.
 */
export async function removeFiles(ctx: Ctx, userId: UserId, fileIds: FileId[]): Promise<{ removedCount: number }> {
  const own = await ctx.db
    .selectFrom("files")
    .select("id")
    .where("id", "in", fileIds)
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .execute();
  const ids = own.map((it) => it.id);
  await takeOutOfPacks(ctx, ids);
  await takeOutOfWaiting(ctx, userId, ids);
  await takeOutEmoji(ctx, ids);
  for (const { id } of own) {
    for (const holder of await listHolders(ctx, id)) if (holder.sender_id === userId) await takeOut(ctx, holder, id);
    const [other] = await listHolders(ctx, id);
    if (other) await ctx.db.updateTable("files").set({ owner_id: other.sender_id }).where("id", "=", id).execute();
    else await eraseUnheld(ctx, [id]);
  }
  return { removedCount: own.length };
}

/** All of them: of who has left for good. */
export async function removeFilesOf(ctx: Ctx, userId: UserId): Promise<void> {
  const own = ctx.db.selectFrom("files").select("id").where("owner_id", "=", userId).where("kind", "=", "attachment");
  const files = await own.execute();
  if (files.length > 0)
    await removeFiles(
      ctx,
      userId,
      files.map((it) => it.id),
    );
}

type Holder = Pick<MessageRecord, "id" | "conversation_id" | "sender_id">;

function listHolders({ db }: Ctx, id: FileId): Promise<Holder[]> {
  return db
    .selectFrom("message_files")
    .innerJoin("messages", "messages.id", "message_files.message_id")
    .select(["messages.id", "messages.conversation_id", "messages.sender_id"])
    .where("message_files.file_id", "=", id)
    .orderBy("messages.created_at")
    .execute();
}

function takeOut(ctx: Ctx, { id, conversation_id, sender_id }: Holder, fileId: FileId) {
  return changeConversation(ctx, conversation_id, sender_id, async (tx) => {
    const message = await tx.db.selectFrom("messages").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    if (message.deleted_at) return;
    const left = message.details.attachments?.filter((it) => it.fileId !== fileId) ?? [];
    if (left.length === 0 && message.text === "") return eraseMessage(tx, message, ctx.now());
    await keepOnly(tx, message, left, fileId);
  });
}

async function keepOnly(
  tx: ConversationTx,
  message: MessageRecord,
  left: NonNullable<MessageRecord["details"]["attachments"]>,
  fileId: FileId,
) {
  const { attachments: _, ...details } = message.details;
  const kept = await tx.db
    .updateTable("messages")
    .set({ details: JSON.stringify({ ...details, ...(left.length > 0 && { attachments: left }) }), rev: tx.rev })
    .where("id", "=", message.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx.db.deleteFrom("message_files").where("message_id", "=", message.id).where("file_id", "=", fileId).execute();
  tx.changed({ messages: [toMessageRow(kept)] });
}
