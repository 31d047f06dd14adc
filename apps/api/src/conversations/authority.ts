import type { MemberRole } from "@parley/schema";
import { notAllowed } from "../errors.ts";
import type { ConversationTx } from "./in-conversation.ts";

/** Who may do what in a group. In direct conversations and saved messages, none of it but pinning, which both may. */
export const authority = {
  addMembers: ["owner", "admin", "moderator"],
  removeMembers: ["owner", "admin", "moderator"],
  setRoles: ["owner", "admin"],
  handOver: ["owner"],
  changeDetails: ["owner", "admin"],
  keepInvites: ["owner", "admin"],
  deleteOthersMessages: ["owner", "admin", "moderator"],
  pin: ["owner", "admin", "moderator"],
  leave: ["owner", "admin", "moderator", "member"],
} as const satisfies Record<string, readonly MemberRole[]>;

export type Act = keyof typeof authority;

const ranks: Record<MemberRole, number> = { owner: 3, admin: 2, moderator: 1, member: 0 };

/** A role may only be used on, and only be given to, those below one's own. */
export const outranks = (one: MemberRole, other: MemberRole) => ranks[one] > ranks[other];

export function may(tx: Pick<ConversationTx, "conversation" | "me">, act: Act): boolean {
  const allowed: readonly MemberRole[] = authority[act];
  return tx.conversation.kind === "group" && allowed.includes(tx.me.role);
}

export function requireMay(tx: Pick<ConversationTx, "conversation" | "me">, act: Act) {
  if (!may(tx, act)) throw notAllowed();
}
