import { type PrivacyValue, type UserId, type UserRow, userId } from "@parley/schema";
import * as v from "valibot";
import type { UserTx } from "../accounts/in-user.ts";
import { listPeople } from "./list-people.ts";

/** The users a row of one's own is about. */
export const namedByOwn = (rows: Pick<UserRow, "kind" | "key" | "value">[]): UserId[] =>
  rows.flatMap(({ kind, key, value }) => {
    if (kind === "privacy" && value) return [...(value as PrivacyValue).always, ...(value as PrivacyValue).never];
    return (kind === "contact" || kind === "block" || kind === "request") && v.is(userId, key) ? [key as UserId] : [];
  });

/** The rows as they are told, with the people they are about. */
export async function changedOwn(tx: UserTx, rows: UserRow[]): Promise<void> {
  tx.changed({ own: rows }, await listPeople(tx.db, namedByOwn(rows), tx.userId));
}
