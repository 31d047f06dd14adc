import type { Db } from "@parley/db";
import type { UserId } from "@parley/schema";
import { sql } from "kysely";

/**
 * Whether what this user wrote may lead back to them when it is forwarded. It can be forwarded on to anyone, so only
 * who lets everyone is linked; whoever is gone cannot be led to.
 */
export async function mayLinkForward(db: Db, author: UserId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select allows(id, null, 'forwards') as may from users where id = ${author} and deleted_at is null`.execute(db);
  return rows[0]?.may ?? false;
}
