import type { Db } from "@parley/db";
import { type Person, type Publication, userScope } from "@parley/schema";

// Who is not told pulls it at their next start: a name may be late, never wrong for good.
const toldAtOnce = 500;

/** What shows a changed person to those who share a conversation with them and are online. */
export async function tellPeople(db: Db, person: Person, now: Date): Promise<Publication[]> {
  const others = await db
    .selectFrom("members as mine")
    .innerJoin("members as theirs", "theirs.conversation_id", "mine.conversation_id")
    .innerJoin("users", "users.id", "theirs.user_id")
    .select("users.id")
    .distinct()
    .where("mine.user_id", "=", person.id)
    .where("mine.left_at", "is", null)
    .where("theirs.left_at", "is", null)
    .where("users.online_until", ">", now)
    .limit(toldAtOnce)
    .execute();
  const told = new Set([person.id, ...others.map((it) => it.id)]);
  return Array.from(told, (id) => ({ scope: userScope(id), tell: { t: "people", people: [person] } }));
}
