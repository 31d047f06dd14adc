import type { MessageRow } from "@parley/schema";
import type { Draft, TimelineMessage } from "./types.ts";

/** A thread as its pane shows it. */
export type Thread = {
  /** The message that is answered; undefined until it is found. */
  root(): TimelineMessage | undefined;
  draft(): Draft | null;
  follows(): boolean;
  readSeq(): number;
  unread(): number;
  follow(follows: boolean): void;
  markRead(readSeq: number): void;
};
export type FollowedThread = { root: MessageRow; unread: number; lastAt: string };
