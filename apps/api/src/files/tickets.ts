import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Db } from "@parley/db";
import { limits, type SessionId, type Time } from "@parley/schema";

/** Passes for addresses of files: each is good for one session, and for minutes. */
export type FileTickets = {
  issue(sessionId: SessionId, now: Date): { ticket: string; expiresAt: Time };
  isGood(ticket: string, sessionId: SessionId, now: Date): boolean;
};

/** The key lies in the database, so that every process of an installation knows the others' tickets. */
export async function openFileTickets(db: Db): Promise<FileTickets> {
  const key = await readKey(db);
  const sign = (sessionId: SessionId, until: string) =>
    createHmac("sha256", key).update(`${sessionId}:${until}`).digest();

  return {
    issue(sessionId, now) {
      const expiresAt = new Date(now.getTime() + limits.fileTicketMs);
      const until = expiresAt.getTime().toString(36);
      return {
        ticket: `${until}.${sign(sessionId, until).toString("base64url")}`,
        expiresAt: expiresAt.toISOString(),
      };
    },
    isGood(ticket, sessionId, now) {
      const [until = "", signature = ""] = ticket.split(".", 2);
      const given = Buffer.from(signature, "base64url");
      const right = sign(sessionId, until);
      return (
        given.length === right.length && timingSafeEqual(given, right) && Number.parseInt(until, 36) > now.getTime()
      );
    },
  };
}

async function readKey(db: Db): Promise<string> {
  const name = "fileTicketKey";
  await db
    .insertInto("installation")
    .values({ name, value: randomBytes(32).toString("base64url") })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom("installation").select("value").where("name", "=", name).executeTakeFirstOrThrow();
  return row.value;
}
