import * as v from "valibot";
import { limits } from "./limits.ts";
import { memberRoles } from "./rows.ts";

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
  /** Who may see what an edited message said before; its author always may. */
  versionsFor: v.optional(v.picklist(["members", "moderators", "author"])),
  /** How long its author may delete a message for everyone; who keeps order always may. */
  deleteForAllHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.deleteForAllHours))),
});
export type ConversationSettings = v.InferOutput<typeof conversationSettings>;
