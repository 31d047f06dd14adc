import type { ConversationId, MessageId, MessageVersion } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { readableMessages } from "./readable-messages.ts";

/** Every text the message has had, oldest first, the present one last; none of a deleted one. */
export async function listVersions(
  ctx: SignedIn,
  { conversationId, messageId }: { conversationId: ConversationId; messageId: MessageId },
): Promise<MessageVersion[]> {
  const message = await readableMessages(ctx.db, { userId: ctx.userId, conversationId, now: ctx.now() })
    .where("messages.id", "=", messageId)
    .executeTakeFirst();
  if (!message) throw notFound();
  if (message.deleted_at) return [];
  const earlier = await ctx.db
    .selectFrom("message_versions")
    .select(["text", "written_at"])
    .where("message_id", "=", messageId)
    .orderBy("rev")
    .execute();
  const all = [...earlier, { text: message.text, written_at: message.edited_at ?? message.created_at }];
  return all.map((version) => ({ text: version.text, writtenAt: version.written_at.toISOString() }));
}
