import { isOnlyInThread, type Mark, type UserId } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";

export type Tick = "pending" | "failed" | "sent" | "delivered" | "read";

/** How far everyone else has come: the smallest of their marks. */
export type Reach = { readSeq: number; deliveredSeq: number };

/** In a group "read" means everyone who is still in it. Without others nothing is ever delivered. */
export function reachOf(marks: readonly Mark[], others?: ReadonlySet<UserId>): Reach {
  let readSeq = Number.POSITIVE_INFINITY;
  let deliveredSeq = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const mark of marks) {
    if (others && !others.has(mark.userId)) continue;
    count++;
    readSeq = Math.min(readSeq, mark.readSeq);
    deliveredSeq = Math.min(deliveredSeq, Math.max(mark.deliveredSeq, mark.readSeq));
  }
  return count === 0 || (others && count < others.size) ? { readSeq: 0, deliveredSeq: 0 } : { readSeq, deliveredSeq };
}

/** [C23] Marks are about the timeline: who has read on there has not read what stands only in a thread, but has it. */
export function tickOf(
  message: Pick<TimelineMessage, "sendState" | "seq" | "threadId" | "isInTimeline">,
  reach: Reach,
): Tick {
  if (message.sendState !== "sent") return message.sendState;
  if (message.seq === 0) return "pending";
  if (message.seq <= reach.readSeq && !isOnlyInThread(message)) return "read";
  if (message.seq <= reach.deliveredSeq) return "delivered";
  return "sent";
}
