import type { Db } from "@parley/db";
import { type Publication, type UserId, type UserRow, type UserRowKind, userScope } from "@parley/schema";

/**
 * Writes one of a user's own rows as part of what happens in a conversation, whose lock is held already; with what to
 * tell the user's devices once it has committed.
 */
export async function keepOwnRow(
  db: Db,
  userId: UserId,
  { kind, key, value }: { kind: UserRowKind; key: string; value: unknown },
): Promise<{ rev: number; publication: Publication }> {
  const { rev } = await db
    .updateTable("users")
    .set(({ eb }) => ({ rev: eb("rev", "+", 1) }))
    .where("id", "=", userId)
    .returning("rev")
    .executeTakeFirstOrThrow();
  const json = value === null ? null : JSON.stringify(value);
  await db
    .insertInto("user_rows")
    .values({ user_id: userId, kind, key, value: json, rev })
    .onConflict((it) => it.columns(["user_id", "kind", "key"]).doUpdateSet({ value: json, rev }))
    .execute();
  const row: UserRow = { kind, key, value, rev };
  const scope = userScope(userId);
  return {
    rev,
    publication: { scope, tell: { t: "changes", changes: { scope, from: rev - 1, rev, rows: { own: [row] } } } },
  };
}
