import * as v from "valibot";
import { type ConversationKind, type MemberRole, memberRoles } from "./rows.ts";

const role = v.optional(v.picklist(memberRoles));

/** How a conversation is set up. What is absent is as `settingOf` has it. Roles are the least that may. */
export const conversationSettings = v.strictObject({
  whoMayPost: role,
  whoMayPin: role,
  whoMayAdd: role,
  whoMayEdit: role,
  whoMayMentionAll: role,
});
export type ConversationSettings = v.InferOutput<typeof conversationSettings>;

type Settings = Required<ConversationSettings>;

const usual: Settings = {
  whoMayPost: "member",
  whoMayPin: "moderator",
  whoMayAdd: "moderator",
  whoMayEdit: "admin",
  whoMayMentionAll: "moderator",
};
const ofKind: Partial<Record<ConversationKind, Partial<Settings>>> = { channel: { whoMayPost: "moderator" } };

/** One setting of a conversation, or what is usual for its kind. */
export function settingOf<Name extends keyof Settings>(
  conversation: { kind: ConversationKind; settings: ConversationSettings },
  name: Name,
): Settings[Name] {
  return conversation.settings[name] ?? ofKind[conversation.kind]?.[name] ?? usual[name];
}

const ranks: Record<MemberRole, number> = { owner: 3, admin: 2, moderator: 1, member: 0 };

/** Whether a role is at least another. */
export const isAtLeast = (one: MemberRole, other: MemberRole) => ranks[one] >= ranks[other];
