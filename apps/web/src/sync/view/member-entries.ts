import type { MemberRow, Person, UserId } from "@parley/schema";
import type { Stored } from "../outbox/command.ts";
import type { MemberEntry } from "../types.ts";

/** The members now, with what waits in the outbox already done. */
export function memberEntries(
  rows: MemberRow[],
  commands: Stored[],
  personOf: (id: UserId) => Person | undefined,
): MemberEntry[] {
  const members = new Map(rows.filter((row) => row.leftAt === null).map((row) => [row.userId, row]));
  for (const command of commands) {
    if (command.state === "failed") continue;
    if (command.type === "addMembers") for (const userId of command.input.userIds) add(command, userId);
    if (command.type === "createGroup" && !rows.length)
      for (const userId of command.input.memberIds) add(command, userId);
    if (command.type === "removeMember" || command.type === "banMember") members.delete(command.input.userId);
    if (command.type === "setMemberRole") change(command.input.userId, command.input.role);
    if (command.type === "handOver") {
      for (const row of members.values()) if (row.role === "owner") change(row.userId, "admin");
      change(command.input.userId, "owner");
    }
  }

  function add(command: Extract<Stored, { type: "addMembers" | "createGroup" }>, userId: UserId) {
    if (members.has(userId)) return;
    members.set(userId, {
      conversationId: command.input.conversationId,
      userId,
      role: "member",
      leftAt: null,
      joinedAt: command.at,
      readSeq: 0,
      deliveredSeq: 0,
      rev: 0,
    });
  }
  function change(userId: UserId, role: MemberRow["role"]) {
    const row = members.get(userId);
    if (row) members.set(userId, { ...row, role });
  }

  return [...members.values()].map((row) => ({ ...row, person: personOf(row.userId) ?? stranger(row.userId) }));
}

const stranger = (id: UserId): Person => ({
  id,
  username: "",
  displayName: "",
  avatarId: null,
  bio: "",
  isDeleted: false,
});
