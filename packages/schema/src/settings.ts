import * as v from "valibot";
import { limits } from "./limits.ts";
import { type ConversationKind, type MemberRole, memberRoles } from "./rows.ts";

/** From an hour to a year. */
export const expirySeconds = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(limits.expirySeconds.min, "A message lives for an hour at least."),
  v.maxValue(limits.expirySeconds.max, "A message lives for a year at most."),
);
const role = v.optional(v.picklist(memberRoles));

/** How a conversation is set up. What is absent is as `settingOf` has it. Roles are the least that may. */
export const conversationSettings = v.strictObject({
  whoMayPost: role,
  whoMayPin: role,
  whoMayAdd: role,
  whoMayEdit: role,
  whoMayMentionAll: role,
  /** Seconds that a message lives here; null: for good. */
  expiresAfter: v.optional(v.nullable(expirySeconds)),
  expiryStarts: v.optional(v.picklist(["send", "read"])),
  /** Between two messages of one plain member; 0 is off. */
  slowModeSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.slowModeSeconds))),
  /** Whether who has a link comes in by it, or asks to. */
  joinBy: v.optional(v.picklist(["link", "request"])),
  /** Whether plain subscribers may answer a channel's posts in threads. */
  hasComments: v.optional(v.boolean()),
});
export type ConversationSettings = v.InferOutput<typeof conversationSettings>;

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
