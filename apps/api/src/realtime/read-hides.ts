import type { Db } from "@parley/db";
import type { ConversationId, PrivacyKey, TicketClaims, UserId } from "@parley/schema";
import { sql } from "kysely";

/** A ticket has room for so many names; who hides from more of a conversation hides from all of it. */
const mostNamed = 12;

/**
 * From whom in a conversation this user hides that they are there, and that they write: a room tells them nothing of
 * it. Nothing for who hides from nobody, which is how most people are.
 */
export async function readHides(db: Db, userId: UserId, id: ConversationId): Promise<TicketClaims["hides"]> {
  const restricted = await db
    .selectFrom("user_rows")
    .select("kind")
    .where("user_id", "=", userId)
    .where("kind", "in", ["privacy", "block", "request"])
    .where("value", "is not", null)
    .limit(1)
    .executeTakeFirst();
  if (!restricted) return undefined;

  const isHidden = (what: PrivacyKey) =>
    sql<boolean>`not shows(${userId}, m.user_id, ${what}) or awaits(${userId}, m.user_id)`;
  // In a conversation of thousands it is asked once, for all.
  const { rows } = await sql<{ userId: UserId; presence: boolean; typing: boolean }>`
    select m.user_id as "userId", ${isHidden("lastSeen")} as presence, ${isHidden("typing")} as typing
    from members m join conversations c on c.id = m.conversation_id
    where m.conversation_id = ${id} and m.left_at is null and m.user_id <> ${userId} and c.kind <> 'channel'`.execute(
    db,
  );
  const presence = named(rows.filter((row) => row.presence));
  const typing = named(rows.filter((row) => row.typing));
  return presence || typing ? { ...(presence && { presence }), ...(typing && { typing }) } : undefined;
}

function named(rows: { userId: UserId }[]): UserId[] | "all" | undefined {
  if (rows.length === 0) return undefined;
  return rows.length > mostNamed ? "all" : rows.map((row) => row.userId);
}
