import type { FileId } from "@parley/schema";
import type { App } from "../../context.ts";
import { changeConversation } from "../../conversations/change-conversation.ts";
import { toMessageRow } from "../../messages/wire-row.ts";

/** Says on every message with this film whether there is one beside it that every browser plays. */
export async function tellPlayable(
  ctx: Pick<App, "db" | "publish" | "heads" | "turns">,
  fileId: FileId,
): Promise<void> {
  const file = await ctx.db.selectFrom("files").select("playable").where("id", "=", fileId).executeTakeFirst();
  if (!file || file.playable === "needed") return;
  const playable = file.playable === "made" ? "made" : undefined;
  const holders = await ctx.db
    .selectFrom("message_files")
    .innerJoin("messages", "messages.id", "message_files.message_id")
    .select(["messages.id", "messages.conversation_id", "messages.sender_id"])
    .where("message_files.file_id", "=", fileId)
    .where("messages.deleted_at", "is", null)
    .execute();
  for (const holder of holders)
    await changeConversation(ctx, holder.conversation_id, holder.sender_id, async (tx) => {
      const message = await tx.db
        .selectFrom("messages")
        .selectAll()
        .where("id", "=", holder.id)
        .executeTakeFirstOrThrow();
      const before = message.details.attachments ?? [];
      if (message.deleted_at || !before.some((it) => it.fileId === fileId && it.playable !== playable)) return;
      const attachments = before.map((it) => (it.fileId === fileId ? { ...it, playable } : it));
      const changed = await tx.db
        .updateTable("messages")
        .set({ details: JSON.stringify({ ...message.details, attachments }), rev: tx.rev })
        .where("id", "=", holder.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      tx.changed({ messages: [toMessageRow(changed)] });
    });
}
