import type { Db } from "@parley/db";
import type { FileId, UserRowKind } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import type { Found } from "./find-attachment.ts";

/** Of a user's own rows, those that hold files until they are sent. */
const holders = ["draft", "scheduled"] as const satisfies UserRowKind[];
type Held = { kind: UserRowKind; key: string };

export const mayHoldFiles = (kind: UserRowKind): boolean => holders.some((it) => it === kind);

/** Of a row of `files`: whether a draft or a scheduled message of its owner's holds it. Naming another's file holds nothing. */
export const isWaiting = sql<boolean>`exists (
  select from user_rows waiting
  where waiting.user_id = files.owner_id and waiting.kind in (${sql.join([...holders])})
    and waiting.value->'attachments' @> jsonb_build_array(jsonb_build_object('fileId', files.id)))`;

/** A file that this user's own draft or scheduled message holds, for their other devices. */
export async function findWaiting(
  { db, userId }: SignedIn,
  { key, fileId }: { key: string; fileId: FileId },
): Promise<Found | null> {
  const file = await db
    .selectFrom("files")
    .select(["id as fileId", "name", "mime", "size", "state", "has_thumbnails", "is_undrawable"])
    .where("id", "=", fileId)
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .where("state", "=", "ready")
    .where(sql<boolean>`exists (
      select from user_rows where user_id = ${userId} and kind in (${sql.join([...holders])}) and key = ${key}
        and value->'attachments' @> ${JSON.stringify([{ fileId }])}::jsonb)`)
    .executeTakeFirst();
  return file ?? null;
}

/** Before a row that holds files changes: what it lets go of may be about to be sent, and stays as long as a new upload would. */
export async function touchWaiting(db: Db, userId: SignedIn["userId"], { kind, key }: Held, now: Date): Promise<void> {
  await sql`
    update files set touched_at = ${now} where owner_id = ${userId} and id in (
      select (file->>'fileId')::uuid from user_rows, jsonb_array_elements(value->'attachments') file
      where user_id = ${userId} and user_rows.kind = ${kind} and key = ${key})`.execute(db);
}
