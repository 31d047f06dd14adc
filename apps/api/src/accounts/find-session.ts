import { hash } from "node:crypto";
import type { Db } from "@parley/db";
import { limits, type SessionId, type UserId, type UserRole } from "@parley/schema";
import { CompiledQuery } from "kysely";
import type { Session } from "../context.ts";

/** A session is written to at most this often while it is used. */
const touchAfterMs = 5 * 60_000;

export type SessionFinder = { find(token: string): Promise<Session | null> };

type Waiting = { hash: Buffer; resolve(session: Session | null): void; reject(error: unknown): void };
type Found = {
  token_hash: Uint8Array;
  id: SessionId;
  user_id: UserId;
  last_used_at: Date;
  role: UserRole;
  is_suspended: boolean;
  is_revoked: boolean;
};
type Parts = { db: Db; now(): Date; later(work: Promise<unknown>): void };

export const hashToken = (token: string): Buffer => hash("sha256", token, "buffer");

/** When a session that is used at `now` ends. */
export const sessionEnd = (now: Date) => new Date(now.getTime() + limits.sessionDays * 86_400_000);

/**
 * Whose session a token is. Every request asks the database, so that a revoked session ends at once; requests that
 * arrive while one look is under way share the next. Using a session keeps it alive.
 */
export function createSessionFinder({ db, now, later }: Parts): SessionFinder {
  let queue: Waiting[] = [];
  let isLooking = false;

  async function look() {
    while (queue.length > 0) {
      const asked = queue;
      queue = [];
      try {
        const found = await listSessions(
          db,
          asked.map((it) => it.hash),
          now(),
        );
        for (const { hash, resolve } of asked) resolve(sessionOf(found.get(hash.toString("hex"))));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isLooking = false;
  }

  function sessionOf(row: Found | undefined): Session | null {
    if (!row) return null;
    const isRenewed = !row.is_revoked && now().getTime() - row.last_used_at.getTime() > touchAfterMs;
    if (isRenewed) later(touch(db, row.id, now()));
    return {
      sessionId: row.id,
      userId: row.user_id,
      role: row.role,
      isSuspended: row.is_suspended,
      isRevoked: row.is_revoked,
      isRenewed,
    };
  }

  return {
    find: (token) =>
      new Promise((resolve, reject) => {
        queue.push({ hash: hashToken(token), resolve, reject });
        if (isLooking) return;
        isLooking = true;
        void look();
      }),
  };
}

// By hand, since every request runs it and building it would cost more than running it.
const listing = `
  select s.token_hash, s.id, s.user_id, s.last_used_at, u.role, u.suspended_at is not null as is_suspended,
    s.revoked_at is not null or u.deleted_at is not null as is_revoked
  from sessions s join users u on u.id = s.user_id
  where s.token_hash = any(select decode(it, 'hex') from unnest($1::text[]) it) and s.expires_at > $2`;

async function listSessions(db: Db, hashes: Buffer[], now: Date): Promise<Map<string, Found>> {
  const asked = `{${hashes.map((it) => it.toString("hex")).join(",")}}`;
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(listing, [asked, now]));
  return new Map(rows.map((row) => [Buffer.from(row.token_hash).toString("hex"), row]));
}

function touch(db: Db, id: SessionId, now: Date) {
  return db
    .updateTable("sessions")
    .set({ last_used_at: now, expires_at: sessionEnd(now) })
    .where("id", "=", id)
    .execute();
}
