import { type ConversationSettings, isAtLeast, type MemberRole, settingOf } from "@parley/schema";
import { notAllowed } from "../errors.ts";
import type { ConversationTx } from "./in-conversation.ts";

/** Who may do what in a group or channel. In direct conversations and saved messages, none of it but pinning, which both may. */
export const authority = {
  removeMembers: ["owner", "admin", "moderator"],
  setRoles: ["owner", "admin"],
  handOver: ["owner"],
  changeSettings: ["owner", "admin"],
  answerRequests: ["owner", "admin", "moderator"],
  ban: ["owner", "admin", "moderator"],
  keepInvites: ["owner", "admin"],
  deleteOthersMessages: ["owner", "admin", "moderator"],
  leave: ["owner", "admin", "moderator", "member"],
} as const satisfies Record<string, readonly MemberRole[]>;

/** What a conversation's own settings say who may do. */
const bySetting = {
  addMembers: "whoMayAdd",
  changeDetails: "whoMayEdit",
  pin: "whoMayPin",
  mentionAll: "whoMayMentionAll",
} as const satisfies Record<string, keyof ConversationSettings>;

export type Act = keyof typeof authority | keyof typeof bySetting;

const ranks: Record<MemberRole, number> = { owner: 3, admin: 2, moderator: 1, member: 0 };

/** A role may only be used on, and only be given to, those below one's own. */
export const outranks = (one: MemberRole, other: MemberRole) => ranks[one] > ranks[other];

export function may(tx: Pick<ConversationTx, "conversation" | "me">, act: Act): boolean {
  const { conversation, me } = tx;
  if (conversation.kind !== "group" && conversation.kind !== "channel") return false;
  if (act in bySetting) return isAtLeast(me.role, settingOf(conversation, bySetting[act as keyof typeof bySetting]));
  const allowed: readonly MemberRole[] = authority[act as keyof typeof authority];
  return allowed.includes(me.role);
}

export function requireMay(tx: Pick<ConversationTx, "conversation" | "me">, act: Act) {
  if (!may(tx, act)) throw notAllowed();
}
