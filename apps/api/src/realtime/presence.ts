import type { UserId } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";

/** `isHidden`: this user keeps it to themselves. Someone who is away has a device open, and is not at it. */
export type PresenceRow = {
  userId: UserId;
  isOnline: boolean;
  isAway: boolean;
  lastSeenAt: string | null;
  isHidden: boolean;
};

/** Who of these is online, and when they last were; only of people one shares a conversation with, and only if they show it. */
export async function listPresence(ctx: SignedIn, { userIds }: { userIds: UserId[] }): Promise<PresenceRow[]> {
  if (userIds.length === 0) return [];
  const now = ctx.now();
  const rows = await ctx.db
    .selectFrom("users")
    .select(["users.id", "users.online_until", "users.active_until", "users.last_seen_at"])
    .select(
      sql<boolean>`shows(users.id, ${ctx.userId}, 'lastSeen') and not awaits(users.id, ${ctx.userId})`.as("isShown"),
    )
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
  return rows.map((row) => {
    const isOnline = row.isShown && row.online_until !== null && row.online_until > now;
    const isActive = row.active_until !== null && row.active_until > now;
    return {
      userId: row.id,
      isOnline,
      isAway: isOnline && !isActive,
      lastSeenAt: row.isShown ? (row.last_seen_at?.toISOString() ?? null) : null,
      isHidden: !row.isShown,
    };
  });
}
