import type { Db } from "@parley/db";
import { AppError, type Publication, type UserId } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { leaveAllGroups } from "../conversations/leave-all-groups.ts";
import { removeFilesOf } from "../files/remove-files.ts";
import { signedOutCookie } from "../http/session-cookie.ts";
import { listWatchers, showPerson } from "../people/tell-people.ts";
import { inUser, type UserTx } from "./in-user.ts";
import { closingsOf } from "./sessions.ts";

/**
 * Ends the account: its groups are left (and handed over), its ways in and its own things go, its name goes everywhere.
 * What was written stays, as nobody's, so that others keep their history whole.
 */
export async function deleteAccount(ctx: SignedIn) {
  await requireAnotherOwner(ctx.db, ctx);
  const watchers = await listWatchers(ctx.db, ctx.userId, ctx.now());
  const closings = await closingsOf(ctx.db, ctx.userId);
  await leaveAllGroups(ctx);
  await inUser(ctx, ctx.userId, (tx) => erase(tx, watchers, closings, ctx.now()));
  ctx.later(removeFilesOf(ctx, ctx.userId));
  ctx.setCookie(signedOutCookie(ctx.origin));
  return {};
}

/** Parley is never left to whoever comes next: its owner goes last, or names another first. */
async function requireAnotherOwner(db: Db, { userId, role }: SignedIn) {
  if (role !== "owner") return;
  const other = await db
    .selectFrom("users")
    .select("id")
    .where("id", "!=", userId)
    .where("deleted_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (other)
    throw new AppError(
      "conflict",
      "owner_must_hand_over",
      "You own this Parley, and others use it. Its owner can only be the last to go.",
    );
}

async function erase(tx: UserTx, watchers: UserId[], closings: Publication[], now: Date) {
  for (const table of ["passkeys", "recovery_codes", "email_codes", "challenges", "user_rows"] as const) {
    await tx.db.deleteFrom(table).where("user_id", "=", tx.userId).execute();
  }
  await tx.db
    .updateTable("sessions")
    .set({ revoked_at: now, device: "", place: "" })
    .where("user_id", "=", tx.userId)
    .execute();
  await tx.db
    .updateTable("users")
    .set({
      username: "",
      // No name has a colon in it, so this key is nobody's to take.
      username_key: `deleted:${tx.userId}`,
      display_name: "",
      bio: "",
      avatar_id: null,
      status: null,
      email: null,
      role: "user",
      online_until: null,
      last_seen_at: null,
      deleted_at: now,
      row_xid: sql`pg_current_xact_id()`,
    })
    .where("users.id", "=", tx.userId)
    .execute();
  tx.publish(...closings, ...(await showPerson(tx.db, tx.userId, watchers)));
}
