import type { MemberRole, UserId } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";

type Judged = Pick<TimelineMessage, "senderId" | "kind" | "forwarded" | "deletedAt" | "createdAt" | "sendState">;

export function canCopy(message: Pick<TimelineMessage, "kind" | "deletedAt" | "text">): boolean {
  return message.kind !== "event" && !message.deletedAt && message.text !== "";
}

/** On what people wrote, once the server has it. */
export function canReact(
  message: Pick<TimelineMessage, "kind" | "deletedAt" | "seq">,
  setting: { isReadOnly: boolean },
): boolean {
  return message.kind !== "event" && !message.deletedAt && message.seq > 0 && !setting.isReadOnly;
}

export function canEdit(message: Judged, me: UserId): boolean {
  return message.senderId === me && message.kind === "text" && !message.deletedAt && !message.forwarded;
}

/** Those who keep order in a group delete anything in it, at any time. */
const keepers: readonly (MemberRole | undefined)[] = ["owner", "admin", "moderator"];

export type Deleting = {
  me: UserId;
  now: number;
  isSaved: boolean;
  roleInGroup: MemberRole | undefined;
  hours: number;
};

/** For everyone: one's own for as long as the conversation says, one's saved ones always. What was never sent can always go. */
export function canDelete(message: Judged, by: Deleting): boolean {
  if (message.kind === "event" || message.deletedAt) return false;
  if (message.sendState !== "sent") return message.senderId === by.me;
  if (keepers.includes(by.roleInGroup)) return true;
  return message.senderId === by.me && (by.isSaved || by.now - Date.parse(message.createdAt) < by.hours * 3_600_000);
}

/** What it said before: for its author, and for whom the conversation lets see it. */
export function canSeeVersions(
  message: Pick<TimelineMessage, "senderId">,
  by: { me: UserId; role: MemberRole | undefined; versionsFor: "members" | "moderators" | "author" },
): boolean {
  if (message.senderId === by.me || by.versionsFor === "members") return true;
  return by.versionsFor === "moderators" && keepers.includes(by.role);
}
