import type { Db } from "@parley/db";
import { type Publication, type UserId, type UserRow, userScope } from "@parley/schema";

/**
 * Sets a row of a user's own things in a transaction that is about something else. The user is locked from here on,
 * after the conversation. Answers with what to tell them once it has committed.
 */
export async function writeOwnRow(db: Db, userId: UserId, row: Omit<UserRow, "rev">): Promise<Publication> {
  const { rev } = await db
    .updateTable("users")
    .set(({ eb }) => ({ rev: eb("rev", "+", 1) }))
    .where("id", "=", userId)
    .returning("rev")
    .executeTakeFirstOrThrow();
  const { kind, key } = row;
  const value = row.value === null ? null : JSON.stringify(row.value);
  await db
    .insertInto("user_rows")
    .values({ user_id: userId, kind, key, value, rev })
    .onConflict((it) => it.columns(["user_id", "kind", "key"]).doUpdateSet({ value, rev }))
    .execute();
  const scope = userScope(userId);
  return { scope, tell: { t: "changes", changes: { scope, from: rev - 1, rev, rows: { own: [{ ...row, rev }] } } } };
}
