import type { Db } from "@parley/db";
import { type Person, type Publication, type UserId, userScope } from "@parley/schema";

// Who is not told pulls it at their next start: a name may be late, never wrong for good.
const toldAtOnce = 500;

/** What shows a changed person to these users. */
export function tellPeople(userIds: UserId[], person: Person): Publication[] {
  return userIds.map((id) => ({ scope: userScope(id), tell: { t: "people", people: [person] } }));
}

/** The user, and who is online of those who share a conversation with them. */
export async function listWatchers(db: Db, userId: UserId, now: Date): Promise<UserId[]> {
  const others = await db
    .selectFrom("members as mine")
    .innerJoin("members as theirs", "theirs.conversation_id", "mine.conversation_id")
    .innerJoin("users", "users.id", "theirs.user_id")
    .select("users.id")
    .distinct()
    .where("mine.user_id", "=", userId)
    .where("mine.left_at", "is", null)
    .where("theirs.left_at", "is", null)
    .where("users.online_until", ">", now)
    .limit(toldAtOnce)
    .execute();
  return [...new Set([userId, ...others.map((it) => it.id)])];
}
