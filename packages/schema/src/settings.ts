import type { ConversationKind, MemberRole } from "./rows.ts";
import type { ConversationSettings } from "./settings-inputs.ts";

type Settings = Required<ConversationSettings>;

const usual: Settings = {
  whoMayPost: "member",
  whoMayPin: "moderator",
  whoMayAdd: "moderator",
  whoMayEdit: "admin",
  whoMayMentionAll: "moderator",
  expiresAfter: null,
  expiryStarts: "send",
  slowModeSeconds: 0,
  joinBy: "link",
  hasComments: true,
  versionsFor: "members",
  deleteForAllHours: 48,
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
