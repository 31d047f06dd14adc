import type { Db } from "@parley/db";
import { type ConversationId, isAtLeast, type MessageDetails, settingOf, type UserId } from "@parley/schema";
import { mentionsIn, namesMentioned } from "@parley/schema/formatting";

/** Whom a text by this member mentions: members only, and everyone only if their role may. */
export async function listMentions(
  db: Db,
  { userId, conversationId }: { userId: UserId; conversationId: ConversationId },
  text: string,
): Promise<Pick<MessageDetails, "mentions" | "mentionsAll">> {
  const names = namesMentioned(text);
  if (names.length === 0) return {};
  const here = await db
    .selectFrom("members")
    .innerJoin("conversations", "conversations.id", "members.conversation_id")
    .select(["conversations.kind", "conversations.settings", "members.role"])
    .where("conversations.id", "=", conversationId)
    .where("members.user_id", "=", userId)
    .where("members.left_at", "is", null)
    .executeTakeFirst();
  if (!here) return {};
  const people = await db
    .selectFrom("users")
    .innerJoin("members", "members.user_id", "users.id")
    .select(["users.id as userId", "users.username"])
    .where("users.username", "in", names)
    .where("users.deleted_at", "is", null)
    .where("members.conversation_id", "=", conversationId)
    .where("members.left_at", "is", null)
    .execute();
  return mentionsIn(text, people, isAtLeast(here.role, settingOf(here, "whoMayMentionAll")));
}
