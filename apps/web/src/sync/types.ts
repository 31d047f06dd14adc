import type {
  AwayReply,
  ContactValue,
  ConversationId,
  ConversationKind,
  ConversationRow,
  CustomEmoji,
  DraftFile,
  EmojiId,
  FileId,
  FolderId,
  FolderValue,
  KeptPack,
  Mark,
  MemberRow,
  MessageId,
  MessageRow,
  NotificationLevel,
  Organising,
  OrganisingField,
  Person,
  PrivacyKey,
  PrivacyValue,
  RequestValue,
  SavedTags,
  ScheduledMessage,
  StickerPackId,
  UserId,
  WireError,
} from "@parley/schema";
import type { Api, AppConfig } from "./api/types.ts";
import type { CommandInputs } from "./outbox/command.ts";
import type { StorageReport } from "./storage-types.ts";
import type { DraftFiles } from "./uploads/draft-files.ts";
import type { Chosen, Outgoing, Upload } from "./uploads/upload.ts";

export type { AsShown } from "./outbox/command.ts";
export type { SearchResults } from "./search-types.ts";
export type { StorageReport } from "./storage-types.ts";
export type { FollowedThread, Thread } from "./thread-types.ts";

export type Session = "unknown" | "signed-out" | { userId: UserId };

export type Status = {
  state: "offline" | "connecting" | "syncing" | "online";
  /** Commands in the outbox, failed ones not counted. */
  waiting: number;
  /** Conversations still to pull. */
  behind: number;
  /** True while there is no socket and the device asks every few seconds. */
  isSlow: boolean;
  /** The device ran out of room, and history was let go. */
  isFull?: boolean;
};

export type Draft = {
  text: string;
  /** What stands in the tray, of those files that are ready. */
  attachments?: DraftFile[];
  replyToId?: MessageId;
  editingId?: MessageId;
  /** What was being written before the edit began; it comes back afterwards. */
  aside?: { text: string; replyToId?: MessageId };
};

/** `messageId`: of one that was scheduled and goes now. */
export type NewMessage = Omit<CommandInputs["sendMessage"], "messageId" | "text"> & {
  text?: string;
  messageId?: MessageId;
  /** The bytes of its `attachments`. */
  files?: readonly Outgoing[];
};
export type { Chosen, DraftFiles, Outgoing, Upload };
/** Where messages are passed on to; `to` when a conversation with somebody begins with it. */
export type ForwardTarget = { conversationId: ConversationId; to?: UserId };
export type Forwarding = { messages: TimelineMessage[]; targets: ForwardTarget[]; isNamed: boolean; names: string[] };
export type NewGroup = {
  title: string;
  description?: string;
  memberIds: UserId[];
  avatarId?: FileId | null;
  hidesHistory?: boolean;
  kind?: "group" | "channel";
};

/** Commands: they show at once, wait in the outbox, and reach the server in order, exactly once. */
export type Commands = {
  sendMessage(input: NewMessage): Promise<MessageId>;
  editMessage(input: CommandInputs["editMessage"]): Promise<void>;
  deleteMessage(input: { conversationId: ConversationId; messageId: MessageId }): Promise<void>;
  reactToMessage(input: CommandInputs["reactToMessage"]): Promise<void>;
  /** Passes messages on, in their order, to each of the targets. `names` are those of their authors. */
  forwardMessages(input: Forwarding): Promise<void>;
  /** Deletes messages for oneself, or brings them back. */
  hideMessages(conversationId: ConversationId, messageIds: MessageId[], isHidden: boolean): Promise<void>;
  /** The tags of a saved message, and its place; null for none. */
  setTags(messageId: MessageId, tags: SavedTags | null): Promise<void>;
  /** Makes, changes or keeps a sticker pack, with the bytes of what is new in it; null gives it up, and ends one's own. */
  setStickers(packId: StickerPackId, pack: KeptPack | null, files?: readonly Outgoing[]): Promise<void>;
  /** Makes an emoji for everybody, with the bytes of its picture, calls it something else, or with null removes it. */
  setEmoji(emojiId: EmojiId, emoji: CustomEmoji | null, files?: readonly Outgoing[]): Promise<void>;
  voteInPoll(input: CommandInputs["voteInPoll"]): Promise<void>;
  closePoll(input: CommandInputs["closePoll"]): Promise<void>;
  /** Takes the preview off one's own message. */
  removeLink(input: CommandInputs["removeLink"]): Promise<void>;
  pinMessage(input: CommandInputs["pinMessage"]): Promise<void>;
  /** Says that these posts of a channel were seen, and learns what they have had. Online, and not worth repeating. */
  viewMessages(conversationId: ConversationId, seqs: number[]): Promise<void>;
  markRead(conversationId: ConversationId, seq: number): Promise<void>;
  setDraft(conversationId: ConversationId, draft: Draft | null): Promise<void>;
  setPreference(key: string, value: unknown): Promise<void>;
  setBlock(userId: UserId, isBlocked: boolean): Promise<void>;
  /** Keeps somebody as a contact, or with null no longer. Whoever was found by a search comes along: the device may not know them. */
  setContact(userId: UserId, contact: ContactValue | null, found?: Person): Promise<void>;
  /** Answers a stranger's request: null accepts it. */
  answerRequest(userId: UserId, answer: RequestValue | null): Promise<void>;
  setPrivacy(key: PrivacyKey, value: PrivacyValue, found?: Person[]): Promise<void>;
  /** Changes one thing about how the user keeps a conversation in order; null undoes it. */
  organise<Field extends OrganisingField>(
    conversationId: ConversationId,
    field: Field,
    value: Organising[Field] | null,
  ): Promise<void>;
  setFolder(folderId: FolderId, folder: FolderValue | null): Promise<void>;
  /** Has a message sent at a time, changes one that waits for it, or with null takes it back. */
  setScheduled(messageId: MessageId, message: ScheduledMessage | null): Promise<void>;
  /** The voice notes of a conversation that were heard, the latest last. */
  setPlayed(conversationId: ConversationId, heard: MessageId[]): Promise<void>;
  /** What people hear who write while the user is away; null when they are back. */
  setAway(reply: AwayReply | null): Promise<void>;
  /** Those who were found by a search come along: the device may not know them. */
  createGroup(input: NewGroup, found?: Person[]): Promise<ConversationId>;
  updateConversation(input: CommandInputs["updateConversation"]): Promise<void>;
  setExpiry(input: CommandInputs["setExpiry"]): Promise<void>;
  addMembers(input: { conversationId: ConversationId; userIds: UserId[] }, found?: Person[]): Promise<void>;
  removeMember(input: { conversationId: ConversationId; userId: UserId }): Promise<void>;
  setMemberRole(input: {
    conversationId: ConversationId;
    userId: UserId;
    role: "admin" | "moderator" | "member";
  }): Promise<void>;
  handOver(input: { conversationId: ConversationId; userId: UserId }): Promise<void>;
  /** They cannot come back until somebody says so. */
  banMember(input: CommandInputs["banMember"]): Promise<void>;
  /** Quietly: no line in the timeline says so. */
  leave(conversationId: ConversationId, isQuiet?: boolean): Promise<void>;
  updateProfile(input: CommandInputs["updateProfile"]): Promise<void>;
  /** Puts a failed command back into the outbox. */
  retry(commandId: string): Promise<void>;
  discard(commandId: string): Promise<void>;
  /** The files of a message that waits for them stop where they are, and go on. */
  pauseUploads(messageId: MessageId): Promise<void>;
  resumeUploads(messageId: MessageId): Promise<void>;
  /** Drops this device's copy of the conversation. */
  forgetConversation(id: ConversationId): Promise<void>;
};

/** A command the server refused for good. */
export type FailedCommand = {
  commandId: string;
  type: string;
  conversationId: ConversationId | null;
  failure: WireError;
  /** Who could not be added. */
  notAdded?: UserId[];
};

export type Sync = {
  /** Known from the device at once, offline too. Reactive. */
  session(): Session;
  /** What the server tells everybody, since it was last asked; undefined before its first answer. Reactive. */
  config(): AppConfig | undefined;
  /** Asks for it again; ends well without a network too. */
  askConfig(): Promise<void>;
  /** Calls that only make sense online; each throws an AppError. */
  api: Api;
  /** After finishSignUp or finishSignIn: opens this device's copy. */
  signedIn(userId: UserId): Promise<void>;
  /** Revokes the session and wipes what this device holds. */
  signOut(): Promise<void>;
  status(): Status;
  do: Commands;
  /** Tells the open conversation's room that this person is writing, there or in one of its threads. Call it on each key: it says little. */
  sayTyping(conversationId: ConversationId, isTyping: boolean, threadId?: MessageId): void;
  /** The device's clock corrected by the server's, in milliseconds. */
  serverNow(): number;
  /** A newer version of Parley has taken over this device's copy: the page must be loaded again. Reactive. */
  isOutdated(): boolean;
  /** Refused commands other than messages (those show in their timeline). Reactive. */
  failures(): FailedCommand[];
  storage(): Promise<StorageReport>;
  /** Drops cached history; never the outbox. */
  clearCache(): Promise<void>;
  /** Drops the bytes of files that were sent. */
  clearSentFiles(): Promise<void>;
  persist(): Promise<boolean>;
  /** Parley's own emoji by the names they are written with, those included that wait in the outbox. Reactive. */
  emoji(): ReadonlyMap<string, CustomEmoji>;
  /** The files on their way from this device. Reactive. */
  uploads(): readonly Upload[];
  /** The bytes of a file that this device has sent not long ago, or is sending. */
  localFile(fileId: FileId): Promise<Blob | null>;
  /** What the trays of drafts keep on this device. */
  draftFiles(): Promise<DraftFiles>;
  /** The files that another app has shared, once. */
  takeShared(): Promise<File[]>;
};

/** One emoji on a message, with who put it there; in the order in which they came. */
export type Reaction = {
  id: string;
  userIds: UserId[];
  isMine: boolean;
  /** In a channel, where nobody is named. */
  count?: number;
};
/** A message in the bar above the conversation. `seq` is 0 while the device does not know it. */
export type Pin = { id: MessageId; seq: number; pinnedBy: UserId };

export type TimelineMessage = MessageRow & {
  /** Of a post in a channel. */
  tally?: { viewCount: number };
  reactions: Reaction[];
  sendState: "sent" | "pending" | "failed";
  failure?: WireError;
  /** Of the command that waits or failed: for retry and discard. */
  commandId?: string;
  /** The refused message this reply waits for; `do.retry` sends it without the quote. */
  waitsFor?: MessageId;
  isEdited: boolean;
};

/** How the user keeps a conversation in order, and what that comes to now. */
export type Organised = {
  /** As the user chose. */
  organising: Organising;
  isMuted: boolean;
  /** What may notify now. Of anything but `all` the count is grey, and part of no total. */
  level: NotificationLevel;
  /** Its place among the pinned ones. */
  pin: number | null;
  isArchived: boolean;
  isMarkedUnread: boolean;
};
export type Folder = FolderValue & { id: FolderId };

export type ConversationEntry = Organised & {
  id: ConversationId;
  kind: ConversationKind;
  /** Of a direct conversation the other's name; of saved messages "". */
  title: string;
  otherId: UserId | null;
  avatarId: FileId | null;
  lastSeq: number;
  readSeq: number;
  unread: number;
  preview: TimelineMessage | null;
  lastAt: string;
  me: MemberRow;
  isLeft: boolean;
  draft: Draft | null;
  memberCount: number;
  /** A stranger's request stands in a tray of its own. */
  place: "list" | "requests" | "nowhere";
  /** Oldest first. */
  pins: Pin[];
  /** The unread messages that mention the user, by seq. */
  mentions: number[];
};

export type ConversationDetails = ConversationEntry &
  Pick<ConversationRow, "description" | "hidesHistory" | "settings" | "requestCount" | "address" | "isVerified">;
export type MemberEntry = MemberRow & { person: ShownPerson };

/** A person under the name the user gave them; what they call themselves is then `ownName`. */
export type ShownPerson = Person & { ownName?: string };

export type Timeline = {
  /** A Solid store: ordered, each message keeps its identity by id. Pending ones have seq 0 and come last. */
  messages: TimelineMessage[];
  hasOlder(): boolean;
  hasNewer(): boolean;
  /** True while a stretch this device does not hold is on its way. */
  isFilling(): boolean;
  olderBy(count?: number): Promise<void>;
  newerBy(count?: number): Promise<void>;
  jumpTo(target: number | "latest"): Promise<void>;
  /** Of the other members. */
  marks(): Mark[];
};

/** `isHidden`: they keep it to themselves. Who is away has a device open, and is not at it. */
export type Presence = { isOnline: boolean; isAway: boolean; isHidden: boolean; lastSeenAt: string | null };
