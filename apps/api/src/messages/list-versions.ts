import { type ConversationId, isAtLeast, type MessageId, type MessageVersion, settingOf } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
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
  if (message.sender_id !== ctx.userId) await requireMaySee(ctx, conversationId);
  const earlier = await ctx.db
    .selectFrom("message_versions")
    .select(["text", "written_at"])
    .where("message_id", "=", messageId)
    .orderBy("rev")
    .execute();
  const all = [...earlier, { text: message.text, written_at: message.edited_at ?? message.created_at }];
  return all.map((version) => ({ text: version.text, writtenAt: version.written_at.toISOString() }));
}

/** Whose versions others may see is a setting of the conversation. */
async function requireMaySee({ db, userId }: SignedIn, conversationId: ConversationId): Promise<void> {
  const row = await db
    .selectFrom("conversations")
    .innerJoin("members", "members.conversation_id", "conversations.id")
    .select(["conversations.kind", "conversations.settings", "members.role"])
    .where("conversations.id", "=", conversationId)
    .where("members.user_id", "=", userId)
    .executeTakeFirstOrThrow();
  const versionsFor = settingOf(row, "versionsFor");
  if (versionsFor === "author" || (versionsFor === "moderators" && !isAtLeast(row.role, "moderator")))
    throw notAllowed("What a message said before is not for everyone here.");
}
