import type { Status } from "../sync/index.ts";

export type StatusLine = {
  kind: "full" | "offline" | "connecting" | "behind" | "sending" | "slow" | "back";
  count: number;
};

/** What is worth a line in this state; nothing when all is well. */
export function statusLineOf(status: Status): StatusLine | undefined {
  if (status.isFull) return { kind: "full", count: 0 };
  if (status.state === "offline") return { kind: "offline", count: status.waiting };
  if (status.state === "connecting") return { kind: "connecting", count: 0 };
  if (status.behind > 0) return { kind: "behind", count: status.behind };
  if (status.waiting > 0) return { kind: "sending", count: status.waiting };
  if (status.isSlow) return { kind: "slow", count: 0 };
  return undefined;
}

/** What to show after `shown` when the state has become `next`: coming back from offline is said once. */
export function lineAfter(
  shown: StatusLine | undefined,
  next: StatusLine | undefined,
  wasOffline: boolean,
): StatusLine | undefined {
  if (next) return next;
  return shown && shown.kind !== "back" && wasOffline ? { kind: "back", count: 0 } : undefined;
}
