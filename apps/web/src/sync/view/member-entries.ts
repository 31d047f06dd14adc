import type { MemberRow, Person, UserId } from "@parley/schema";
import { changedMembers } from "../outbox/changed-members.ts";
import type { Stored } from "../outbox/command.ts";
import type { MemberEntry } from "../types.ts";

/** The members now, with what waits in the outbox already done. */
export function memberEntries(
  rows: MemberRow[],
  commands: Stored[],
  personOf: (id: UserId) => Person | undefined,
): MemberEntry[] {
  const members = new Map(rows.map((row) => [row.userId, row]));
  for (const command of commands) {
    if (command.state === "failed") continue;
    // The server has made it already, and knows who is in it.
    if (command.type === "createGroup" && rows.length > 0) continue;
    for (const row of changedMembers([...members.values()], command, command.at)) members.set(row.userId, row);
  }
  return [...members.values()]
    .filter((row) => row.leftAt === null)
    .map((row) => ({ ...row, person: personOf(row.userId) ?? stranger(row.userId) }));
}

const stranger = (id: UserId): Person => ({
  id,
  username: "",
  displayName: "",
  avatarId: null,
  bio: "",
  isDeleted: false,
});
