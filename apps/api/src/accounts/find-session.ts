import { createHash } from "node:crypto";
import { limits } from "@parley/schema";
import type { App, Session } from "../context.ts";

/** A session is written to at most this often while it is used. */
const touchAfterMs = 5 * 60_000;

export const hashToken = (token: string) => createHash("sha256").update(token).digest();

/** When a session that is used at `now` ends. */
export const sessionEnd = (now: Date) => new Date(now.getTime() + limits.sessionDays * 86_400_000);

/** Whose session the token is. Using a session keeps it alive. */
export async function findSession(app: Pick<App, "db" | "now" | "later">, token: string): Promise<Session | null> {
  const now = app.now();
  const row = await app.db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select(["sessions.id", "sessions.user_id", "sessions.last_used_at", "users.role", "users.suspended_at"])
    .where("sessions.token_hash", "=", hashToken(token))
    .where("sessions.expires_at", ">", now)
    .where("users.deleted_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;

  const isRenewed = now.getTime() - row.last_used_at.getTime() > touchAfterMs;
  if (isRenewed) {
    app.later(app.db.updateTable("sessions").set({ last_used_at: now, expires_at: sessionEnd(now) }).where("id", "=", row.id).execute());
  }
  return { sessionId: row.id, userId: row.user_id, role: row.role, isSuspended: row.suspended_at !== null, isRenewed };
}
