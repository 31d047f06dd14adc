import type { TimelineMessage } from "../../sync/index.ts";
import { kindOf } from "../kinds/kind-line.ts";

/** What the server has, of a kind this version knows, and that is to stay. */
export function canForward(
  message: Pick<TimelineMessage, "kind" | "content" | "deletedAt" | "seq" | "expiresAt" | "expiresAfter">,
): boolean {
  const isKnown = message.kind === "text" || kindOf(message) !== undefined;
  return isKnown && message.seq > 0 && !message.deletedAt && !message.expiresAt && !message.expiresAfter;
}
