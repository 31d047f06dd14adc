import type { ConversationId, FileId, MemberRole, MessageId, UserId } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";
import type { Reach } from "./ticks.ts";

/** What can be done with a message from its row. */
export type MessageActions = {
  copy(message: TimelineMessage): void;
  edit(message: TimelineMessage): void;
  reply(message: TimelineMessage): void;
  askDelete(message: TimelineMessage): void;
  showInfo(message: TimelineMessage): void;
  showVersions(message: TimelineMessage): void;
  openMenu(message: TimelineMessage, at: DOMRect): void;
  /** The six emoji at hand, and all of them. */
  openQuick(message: TimelineMessage, at: DOMRect): void;
  openPicker(message: TimelineMessage, at: DOMRect): void;
  react(message: TimelineMessage, emoji: string, isOn: boolean): void;
  showReactions(message: TimelineMessage): void;
  pin(message: TimelineMessage, isPinned: boolean): void;
  /** `seq` leads to a message that is not on this device. */
  jumpTo(messageId: MessageId, seq?: number, from?: MessageId): void;
  openThread(message: Pick<TimelineMessage, "id" | "threadId">): void;
  retry(message: TimelineMessage): void;
  forward(message: TimelineMessage): void;
  save(message: TimelineMessage): void;
  hide(message: TimelineMessage): void;
  /** Of a saved message. */
  editTags(message: TimelineMessage): void;
  /** Selects it or no longer; with `isRange` all from the last one selected. */
  select(messageId: MessageId, isRange?: boolean): void;
  clearSelection(): void;
  openPerson(id: UserId): void;
  /** Shows a file of a message larger, or what is in it. */
  openFile(message: TimelineMessage, fileId: FileId): void;
};

/** What a row must know of the conversation it stands in. */
export type MessageSetting = {
  me: UserId;
  conversationId: ConversationId;
  isGroup: boolean;
  isSaved: boolean;
  /** Posts are viewed and counted, not ticked; nobody who reacts is named. */
  isChannel: boolean;
  /** A post of a channel came into sight. */
  viewed(seq: number): void;
  title: string;
  reach: Reach;
  roleOf(userId: UserId): MemberRole | undefined;
  find(messageId: MessageId): TimelineMessage | undefined;
  isReadOnly: boolean;
  /** These are the replies of this thread: none of them has a thread of its own. */
  threadId: MessageId | undefined;
  canDelete(message: TimelineMessage): boolean;
  canSeeVersions(message: TimelineMessage): boolean;
  canPin: boolean;
  isPinned(messageId: MessageId): boolean;
  isSelecting: boolean;
  isSelected(messageId: MessageId): boolean;
};
