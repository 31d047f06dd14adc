import type { MessageRow } from "@parley/schema";
import { dayOf } from "./days.ts";

const longestPause = 5 * 60_000;

type RunPart = Pick<MessageRow, "senderId" | "kind" | "createdAt">;

/** A run is what one member wrote within five minutes on one day, with nothing between. */
export function isSameRun(earlier: RunPart | undefined, later: RunPart | undefined): boolean {
  if (!earlier || !later) return false;
  if (earlier.kind === "event" || later.kind === "event") return false;
  if (earlier.senderId !== later.senderId) return false;
  if (dayOf(earlier.createdAt) !== dayOf(later.createdAt)) return false;
  return Math.abs(Date.parse(later.createdAt) - Date.parse(earlier.createdAt)) <= longestPause;
}
