import type { ConversationId, MemberRole, Person } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { requireMay } from "../conversations/authority.ts";
import { inConversation } from "../conversations/in-conversation.ts";
import { personColumns, toPerson } from "../people/person.ts";

const found = 50;

export type Subscriber = { person: Person; role: MemberRole };

/** Who subscribes, for those who run the channel: the newest, or those whose name or username begins so. */
export function listSubscribers(
  ctx: SignedIn,
  { conversationId, query }: { conversationId: ConversationId; query: string },
): Promise<Subscriber[]> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "changeSettings");
    const startsWith = `${query
      .replace(/^@/, "")
      .toLowerCase()
      .replace(/[\\%_]/g, "\\$&")}%`;
    const rows = await tx.db
      .selectFrom("members")
      .innerJoin("users", "users.id", "members.user_id")
      .select(personColumns(ctx.userId))
      .select("members.role")
      .where("members.conversation_id", "=", conversationId)
      .where("members.left_at", "is", null)
      .$if(query !== "", (members) =>
        members.where(({ or, eb }) =>
          or([eb("users.username", "like", startsWith), eb(sql`lower(users.display_name)`, "like", startsWith)]),
        ),
      )
      .orderBy("members.joined_at", "desc")
      .orderBy("users.id")
      .limit(found)
      .execute();
    return rows.map((row) => ({ person: toPerson(row), role: row.role }));
  });
}
