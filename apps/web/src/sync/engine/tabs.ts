import type { ConversationId, MessageId, UserId } from "@parley/schema";
import type { Touched } from "../store/touched.ts";
import type { Status } from "../types.ts";
import type { Device } from "./device.ts";

/** What only lives: told by rooms, shared by tabs, never stored. */
export type Fact =
  | { kind: "typing"; conversationId: ConversationId; threadId?: MessageId; userId: UserId; isTyping: boolean }
  | { kind: "present"; conversationId: ConversationId; userIds: UserId[]; isPresent: boolean; isWhole: boolean };

export type TabMessage =
  | { t: "touched"; touched: Touched }
  /** To whoever leads. */
  | { t: "open"; tab: string; id: ConversationId | null }
  | { t: "typing"; id: ConversationId; isTyping: boolean; threadId: MessageId | undefined }
  | { t: "flush" }
  | { t: "want"; id: ConversationId }
  /** From whoever leads. */
  | { t: "who" }
  | { t: "status"; status: Status; clockOffset: number }
  | { t: "fact"; fact: Fact }
  | { t: "ended" };

export type Tabs = { say(message: TabMessage): void; close(): void };

/** [F29] What the tabs of one device tell each other. */
export function joinTabs(device: Device, name: string, heard: (message: TabMessage) => void): Tabs {
  const channel = device.channel(name);
  channel.onmessage = (event: MessageEvent<TabMessage>) => heard(event.data);
  let isClosed = false;
  return {
    say: (message) => void (isClosed || channel.postMessage(message)),
    close() {
      isClosed = true;
      channel.close();
    },
  };
}
