import type { Db } from "@parley/db";
import { AppError, foldUsername, type UserId, type UserRole, usernameKey } from "@parley/schema";
import { requireUsername } from "./usernames.ts";

type NewUser = { id: UserId; username: string; displayName: string; createdAt: Date };

/** A new user. The first one owns the installation; when two are first at once, the database lets one of them be. */
export async function insertUser(db: Db, user: NewUser): Promise<UserRole> {
  for (const role of [await firstRole(db), "user"] as const) {
    const inserted = await db
      .insertInto("users")
      .values({
        id: user.id,
        username: foldUsername(user.username),
        username_key: usernameKey(user.username),
        display_name: user.displayName,
        role,
        created_at: user.createdAt,
      })
      // Of any of the unique indexes, without failing the transaction.
      .onConflict((conflict) => conflict.doNothing())
      .returning("role")
      .executeTakeFirst();
    if (inserted) return inserted.role;
    await requireUsername(db, user.username, user.id);
  }
  throw new AppError("conflict", "username_taken", "This username is taken.");
}

async function firstRole(db: Db): Promise<"owner" | "user"> {
  const anyone = await db.selectFrom("users").select("id").where("deleted_at", "is", null).limit(1).executeTakeFirst();
  return anyone ? "user" : "owner";
}
