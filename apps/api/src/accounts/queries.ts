import type { Db } from "@parley/db";
import type { AccountRow, PasskeyRow, SessionId, SessionRow, UserId } from "@parley/schema";
import { notFound } from "../errors.ts";
import { personColumns, toPerson } from "../people/person.ts";

/** What a user sees of their own sign-in, as the session that asks sees it. */
export async function readAccount(db: Db, userId: UserId, sessionId: SessionId | null, now: Date): Promise<AccountRow> {
  const user = await db
    .selectFrom("users")
    .select([...personColumns(userId), "role", "email"])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!user) throw notFound();
  const passkeys = await listPasskeys(db, userId);
  const sessions = await listSessions(db, userId, sessionId, now);
  const recoveryCodesLeft = await countRecoveryCodes(db, userId);
  return { person: toPerson(user), role: user.role, email: user.email, passkeys, sessions, recoveryCodesLeft };
}

async function listPasskeys(db: Db, userId: UserId): Promise<PasskeyRow[]> {
  const rows = await db
    .selectFrom("passkeys")
    .select(["id", "name", "created_at", "last_used_at", "is_backed_up"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    isBackedUp: row.is_backed_up,
  }));
}

async function listSessions(db: Db, userId: UserId, sessionId: SessionId | null, now: Date): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom("sessions")
    .select(["id", "device", "place", "created_at", "last_used_at"])
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("last_used_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    place: row.place,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    isThis: row.id === sessionId,
  }));
}

async function countRecoveryCodes(db: Db, userId: UserId): Promise<number> {
  const rows = await db
    .selectFrom("recovery_codes")
    .select("id")
    .where("user_id", "=", userId)
    .where("used_at", "is", null)
    .execute();
  return rows.length;
}
