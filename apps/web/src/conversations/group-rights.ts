import type { MemberRole } from "@parley/schema";

const rank: Record<MemberRole, number> = { member: 0, moderator: 1, admin: 2, owner: 3 };

export const roleOrder: readonly MemberRole[] = ["owner", "admin", "moderator", "member"];

/** Title, description, picture, what newcomers may read, invite links. */
export function canEditGroup(mine: MemberRole | undefined): boolean {
  return mine === "owner" || mine === "admin";
}

export function canAddMembers(mine: MemberRole | undefined): boolean {
  return mine !== undefined && rank[mine] >= rank.moderator;
}

/** Whoever keeps order may remove those below them. */
export function canRemove(mine: MemberRole | undefined, theirs: MemberRole): boolean {
  return mine !== undefined && rank[mine] >= rank.moderator && rank[mine] > rank[theirs];
}

/** The roles one may give to somebody: below one's own, and only to those below oneself. */
export function rolesToGive(mine: MemberRole | undefined, theirs: MemberRole): ("admin" | "moderator" | "member")[] {
  if (!mine || rank[mine] < rank.admin || rank[mine] <= rank[theirs]) return [];
  return (["admin", "moderator", "member"] as const).filter((role) => role !== theirs && rank[role] < rank[mine]);
}

export function canHandOver(mine: MemberRole | undefined): boolean {
  return mine === "owner";
}
