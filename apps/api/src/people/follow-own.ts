import type { PrivacyKey, UserId, UserRow } from "@parley/schema";
import { sql } from "kysely";
import type { UserTx } from "../accounts/in-user.ts";
import { endRequest, tellMarks } from "./requests.ts";
import { listWatchers, showPerson, tellWatchers } from "./tell-people.ts";

const seenInProfile: readonly string[] = ["photo", "bio"] satisfies PrivacyKey[];

/** What follows from a row about people: those concerned see another profile from now on, and devices learn the names. */
export async function followOwn(tx: UserTx, row: UserRow, now: Date): Promise<void> {
  if (row.kind === "contact" && row.value !== null) await endRequest(tx, row.key);
  if (row.kind === "request" && row.value === null) await tellMarks(tx, row.key as UserId);
  if (row.kind === "privacy" && seenInProfile.includes(row.key)) {
    await moveProfile(tx);
    tx.publish(...(await tellWatchers(tx.db, tx.userId, now)));
  }
  if (row.kind === "contact" || row.kind === "block") {
    await moveProfile(tx);
    const watchers = await listWatchers(tx.db, tx.userId, now);
    tx.publish(
      ...(await showPerson(
        tx.db,
        tx.userId,
        watchers.filter((id) => id === row.key),
      )),
    );
  }
}

// So that who is away now finds it at their next start.
async function moveProfile({ db, userId: id }: UserTx) {
  await db.updateTable("users").set({ row_xid: sql`pg_current_xact_id()` }).where("id", "=", id).execute();
}
