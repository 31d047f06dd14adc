import type { MemberRow, Time, UserId } from "@parley/schema";
import type { Command } from "./command.ts";

const newcomer = { role: "member", readSeq: 0, deliveredSeq: 0, leftAt: null } as const;

/**
 * The members of a conversation that are other ones once the command is done; `rows` are all there are, also of those who
 * have left. Each keeps its rev and somebody new has none, so that the server's row replaces it.
 */
export function changedMembers(rows: readonly MemberRow[], { type, input }: Command, at: Time): MemberRow[] {
  const here = rows.filter((row) => row.leftAt === null);
  const change = (userIds: UserId[], to: Partial<MemberRow>) =>
    here.filter((row) => userIds.includes(row.userId)).map((row) => ({ ...row, ...to }));

  switch (type) {
    case "createGroup":
    case "addMembers": {
      const { conversationId } = input;
      const userIds = type === "createGroup" ? input.memberIds : input.userIds;
      return userIds
        .filter((userId) => here.every((row) => row.userId !== userId))
        .map((userId) => {
          const rev = rows.find((row) => row.userId === userId)?.rev ?? 0;
          return { ...newcomer, conversationId, userId, joinedAt: at, rev };
        });
    }
    case "removeMember":
    case "banMember":
      return change([input.userId], { leftAt: at });
    case "setMemberRole":
      return change([input.userId], { role: input.role });
    case "handOver": {
      const owners = here.filter((row) => row.role === "owner").map((row) => row.userId);
      return [...change(owners, { role: "admin" }), ...change([input.userId], { role: "owner" })];
    }
    default:
      return [];
  }
}
