import { limits, type UserId } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";

type Judged = Pick<TimelineMessage, "senderId" | "kind" | "deletedAt" | "createdAt" | "sendState">;

export function canCopy(message: Pick<TimelineMessage, "kind" | "deletedAt" | "text">): boolean {
  return message.kind === "text" && !message.deletedAt && message.text !== "";
}

export function canEdit(message: Judged, me: UserId): boolean {
  return message.senderId === me && message.kind === "text" && !message.deletedAt;
}

/** One's own, for everyone, for two days. What was never sent can always go. */
export function canDelete(message: Judged, me: UserId, now: number): boolean {
  if (message.senderId !== me || message.kind === "event" || message.deletedAt) return false;
  return message.sendState !== "sent" || now - Date.parse(message.createdAt) < limits.deleteForAllMs;
}
