import type { UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";

export type PresenceRow = { userId: UserId; isOnline: boolean; lastSeenAt: string | null };

/** Who of these is online, and when they last were; only of people one shares a conversation with. */
export async function listPresence(ctx: SignedIn, { userIds }: { userIds: UserId[] }): Promise<PresenceRow[]> {
  if (userIds.length === 0) return [];
  const now = ctx.now();
  const rows = await ctx.db
    .selectFrom("users")
    .select(["users.id", "users.online_until", "users.last_seen_at"])
    .where("users.id", "in", userIds)
    .where("users.deleted_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("members as theirs")
          .innerJoin("members as mine", "mine.conversation_id", "theirs.conversation_id")
          .select("theirs.user_id")
          .whereRef("theirs.user_id", "=", "users.id")
          .where("mine.user_id", "=", ctx.userId)
          .where("mine.left_at", "is", null)
          .where("theirs.left_at", "is", null),
      ),
    )
    .execute();
  return rows.map((row) => ({
    userId: row.id,
    isOnline: row.online_until !== null && row.online_until > now,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }));
}
