import type { MemberRole, MessageId, UserId } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";
import type { Reach } from "./ticks.ts";

/** What can be done with a message from its row. */
export type MessageActions = {
  copy(message: TimelineMessage): void;
  edit(message: TimelineMessage): void;
  askDelete(message: TimelineMessage): void;
  showInfo(message: TimelineMessage): void;
  showVersions(message: TimelineMessage): void;
  openMenu(message: TimelineMessage, at: DOMRect): void;
  jumpTo(messageId: MessageId): void;
  retry(message: TimelineMessage): void;
};

/** What a row must know of the conversation it stands in. */
export type MessageSetting = {
  me: UserId;
  isGroup: boolean;
  isSaved: boolean;
  title: string;
  reach: Reach;
  roleOf(userId: UserId): MemberRole | undefined;
  find(messageId: MessageId): TimelineMessage | undefined;
  isReadOnly: boolean;
  canDelete(message: TimelineMessage): boolean;
};
