import { type CloseCode, limits, type SessionId, type UserId } from "@parley/schema";

/**
 * Whom the API has put out, for as long as a ticket signed before that could still be shown. A ticket with a rev after
 * the removal was signed after it, so somebody added again enters at once.
 */
export type Removals = {
  /** `isExact` when the rev is that of the removal itself, not merely the newest one known. */
  addUser(userId: UserId, rev: number, code: CloseCode, now: number, isExact: boolean): void;
  addSession(sessionId: SessionId, code: CloseCode, now: number): void;
  forgive(userId: UserId): void;
  /** The code to turn this ticket away with. */
  codeFor(ticket: { userId: UserId; sessionId: SessionId; rev: number }): CloseCode | undefined;
  /** Forgets what no valid ticket can be older than; true while something is left. */
  prune(now: number): boolean;
};

const keepMs = limits.ticketMs + 60_000;

export function makeRemovals(): Removals {
  const users = new Map<UserId, { rev: number; code: CloseCode; until: number }>();
  const sessions = new Map<SessionId, { code: CloseCode; until: number }>();
  return {
    addUser(userId, rev, code, now, isExact) {
      const known = isExact ? rev : (users.get(userId)?.rev ?? rev);
      users.set(userId, { rev: known, code, until: now + keepMs });
    },
    addSession: (sessionId, code, now) => void sessions.set(sessionId, { code, until: now + keepMs }),
    forgive: (userId) => void users.delete(userId),
    codeFor(ticket) {
      const user = users.get(ticket.userId);
      return sessions.get(ticket.sessionId)?.code ?? (user && ticket.rev <= user.rev ? user.code : undefined);
    },
    prune(now) {
      for (const [id, it] of users) if (it.until <= now) users.delete(id);
      for (const [id, it] of sessions) if (it.until <= now) sessions.delete(id);
      return users.size + sessions.size > 0;
    },
  };
}
