import { isOfDraft, type Status, type Upload } from "../sync/index.ts";

export type StatusLine = {
  kind: "full" | "offline" | "connecting" | "behind" | "files" | "sending" | "slow" | "back";
  count: number;
  /** Of the files, as far as they have come. */
  percent?: number;
};

/** What is worth a line in this state; nothing when all is well. */
export function statusLineOf(status: Status, uploads: readonly Upload[] = []): StatusLine | undefined {
  // What stands in a tray is not sent yet, although it is on its way.
  const leaving = uploads.filter((it) => (it.state === "waiting" || it.state === "done") && !isOfDraft(it));
  const isUploading = leaving.some((it) => it.state === "waiting");
  const paused = new Set(uploads.flatMap((it) => (it.state === "paused" ? [it.messageId] : [])));
  if (status.isFull) return { kind: "full", count: 0 };
  if (status.state === "offline") return { kind: "offline", count: status.waiting };
  if (status.state === "connecting") return { kind: "connecting", count: 0 };
  if (status.behind > 0) return { kind: "behind", count: status.behind };
  if (isUploading) return { kind: "files", count: leaving.length, percent: percentOf(leaving) };
  if (status.waiting > paused.size) return { kind: "sending", count: status.waiting - paused.size };
  if (status.isSlow) return { kind: "slow", count: 0 };
  return undefined;
}

function percentOf(uploads: readonly Upload[]): number {
  const sum = (of: "sent" | "size") => uploads.reduce((total, it) => total + it[of], 0);
  return Math.floor((sum("sent") / Math.max(1, sum("size"))) * 100);
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
