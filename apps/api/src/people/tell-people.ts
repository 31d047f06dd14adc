import type { Db } from "@parley/db";
import { type Publication, type UserId, userScope } from "@parley/schema";
import { sql } from "kysely";
import { personColumns, toPerson } from "./person.ts";

// Who is not told pulls it at their next start: a name may be late, never wrong for good.
const toldAtOnce = 500;

/** What shows a changed person to the user's own devices and to those who are online of who shares a conversation with them. */
export async function tellWatchers(db: Db, userId: UserId, now: Date): Promise<Publication[]> {
  return showPerson(db, userId, await listWatchers(db, userId, now));
}

/** What shows a person to each of these users, as each may see them. */
export async function showPerson(db: Db, userId: UserId, viewers: UserId[]): Promise<Publication[]> {
  const viewer = sql<UserId>`viewers.id`;
  const rows = await db
    .selectFrom("users")
    .innerJoin(
      sql<{ id: UserId }>`unnest(${`{${viewers.join(",")}}`}::uuid[])`.as<"viewers">(sql`viewers(id)`),
      (join) => join.onTrue(),
    )
    .select(personColumns(viewer))
    .select(viewer.as("viewer"))
    .where("users.id", "=", userId)
    .execute();
  return rows.map((row) => ({
    scope: userScope(row.viewer),
    tell: { t: "people", people: [toPerson(row)] },
  }));
}

/** The user, and who is online of those who share a conversation with them. */
export async function listWatchers(db: Db, userId: UserId, now: Date): Promise<UserId[]> {
  const others = await db
    .selectFrom("members as mine")
    .innerJoin("members as theirs", "theirs.conversation_id", "mine.conversation_id")
    .innerJoin("conversations", "conversations.id", "theirs.conversation_id")
    .innerJoin("users", "users.id", "theirs.user_id")
    .select("users.id")
    .distinct()
    .where("mine.user_id", "=", userId)
    .where("mine.left_at", "is", null)
    .where("theirs.left_at", "is", null)
    .where("conversations.kind", "<>", "channel")
    .where("users.online_until", ">", now)
    .limit(toldAtOnce)
    .execute();
  return [...new Set([userId, ...others.map((it) => it.id)])];
}
