import {
  type ConversationKind,
  type ConversationSettings,
  isAtLeast,
  type MemberRole,
  memberRoles,
  settingOf,
} from "@parley/schema";

/** What rights hang on: the kind of conversation and how it is set up. */
export type Ruled = { kind: ConversationKind; settings: ConversationSettings };
type RoleSetting = "whoMayPost" | "whoMayPin" | "whoMayAdd" | "whoMayEdit" | "whoMayMentionAll";

/** Highest first. */
export const roleOrder: readonly MemberRole[] = memberRoles;

/** Whether somebody of this role may do what the setting is about; who has left may nothing. */
export function hasRight(conversation: Ruled, mine: MemberRole | undefined, name: RoleSetting): boolean {
  return mine !== undefined && isAtLeast(mine, settingOf(conversation, name));
}

/** Who may do what, what newcomers may read, invite links. */
export function canChangeSettings(mine: MemberRole | undefined): boolean {
  return mine === "owner" || mine === "admin";
}

/** Keeps order: removes those below them, and writes whenever they like in slow mode. */
export function keepsOrder(mine: MemberRole | undefined): boolean {
  return mine !== undefined && mine !== "member";
}

/** Whoever keeps order may remove those below them. */
export function canRemove(mine: MemberRole | undefined, theirs: MemberRole): boolean {
  return mine !== undefined && keepsOrder(mine) && outranks(mine, theirs);
}

/** The roles one may give to somebody: below one's own, and only to those below oneself. */
export function rolesToGive(mine: MemberRole | undefined, theirs: MemberRole): ("admin" | "moderator" | "member")[] {
  if (!mine || !canChangeSettings(mine) || !outranks(mine, theirs)) return [];
  return (["admin", "moderator", "member"] as const).filter((role) => role !== theirs && outranks(mine, role));
}

export function canHandOver(mine: MemberRole | undefined): boolean {
  return mine === "owner";
}

const outranks = (one: MemberRole, other: MemberRole) => one !== other && isAtLeast(one, other);
