import type {
  Attachment,
  ConversationId,
  FileId,
  inputs,
  MessageDetails,
  MessageId,
  MessageRow,
  UserId,
  UserRowKind,
  WireError,
} from "@parley/schema";
import type { GenericSchema, InferOutput } from "valibot";
import { draftHolder } from "../uploads/upload.ts";

type In<Name extends keyof typeof inputs> = (typeof inputs)[Name] extends infer S extends GenericSchema
  ? InferOutput<S>
  : never;

/** Whom the text mentions as this device finds it, until the server's row is here: the API finds it for itself. */
export type AsShown = { shown?: Pick<MessageDetails, "mentions" | "mentionsAll"> };

/** What waits in the outbox, by type: what the API is told. */
export type CommandInputs = {
  /** `forwardedAs` and `attached` are for this device alone: what stands in until the server's row is here. */
  sendMessage: In<"sendMessage"> &
    AsShown & {
      forwardedAs?: Pick<MessageRow, "kind" | "text" | "content" | "forwarded" | "attachments">;
      attached?: Attachment[];
    };
  editMessage: { conversationId: ConversationId; messageId: MessageId; text: string } & AsShown;
  deleteMessage: { conversationId: ConversationId; messageId: MessageId };
  reactToMessage: { conversationId: ConversationId; messageId: MessageId; emoji: string; isOn: boolean };
  voteInPoll: In<"voteInPoll">;
  closePoll: In<"closePoll">;
  removeLink: { conversationId: ConversationId; messageId: MessageId };
  pinMessage: { conversationId: ConversationId; messageId: MessageId; isPinned: boolean };
  /** `readReplies` is for this device alone. */
  markRead: { conversationId: ConversationId; readSeq: number; deliveredSeq: number; readReplies?: number };
  setOwn: { kind: UserRowKind; key: string; value: unknown };
  createGroup: {
    conversationId: ConversationId;
    title: string;
    description?: string;
    avatarId?: FileId | null;
    hidesHistory?: boolean;
    kind?: "group" | "channel";
    memberIds: UserId[];
  };
  updateConversation: In<"updateConversation">;
  setExpiry: In<"setExpiry">;
  addMembers: { conversationId: ConversationId; userIds: UserId[] };
  removeMember: { conversationId: ConversationId; userId: UserId };
  setMemberRole: { conversationId: ConversationId; userId: UserId; role: "admin" | "moderator" | "member" };
  handOver: { conversationId: ConversationId; userId: UserId };
  banMember: { conversationId: ConversationId; userId: UserId; reason: string };
  leave: { conversationId: ConversationId; isQuiet?: boolean };
  updateProfile: In<"updateProfile">;
};
export type CommandType = keyof CommandInputs;

/** A command of one type with its input. */
export type Command = { [T in CommandType]: { type: T; input: CommandInputs[T] } }[CommandType];

export type OutboxCommand = Command & {
  /** Its place, given by IndexedDB. */
  n?: number;
  id: string;
  /** Commands of one lane leave one after the other. */
  lane: string;
  at: string;
  state: "waiting" | "failed";
  failure?: WireError;
  /** [O4] Set before the first attempt: from then on the server may know it, and its input must not change. */
  wasTried: boolean;
  /** How often the server itself broke over it. */
  faults: number;
  /** Milliseconds by the device's clock. */
  notBefore: number;
  /** A message that waits out slow mode: what is not about it may pass. */
  isSlowed?: boolean;
  /** A message whose files the server does not have as it wants them: others may pass it. */
  isHeld?: boolean;
};

export type Stored = OutboxCommand & { n: number };

/** One that is to leave from `notBefore` on. */
export function newCommand(command: Command, id: string, at: number, notBefore = at): OutboxCommand {
  return {
    ...command,
    id,
    lane: laneOf(command),
    at: new Date(at).toISOString(),
    state: "waiting",
    wasTried: false,
    faults: 0,
    notBefore,
  };
}

/** [O2] */
export function laneOf(command: Command): string {
  if (command.type === "setOwn") return `u:${command.input.kind}:${command.input.key}`;
  if (command.type === "updateProfile") return "u";
  if (command.type === "markRead") return `m:${command.input.conversationId}`;
  return `c:${command.input.conversationId}`;
}

/** What the files of a command wait under: its message, its draft, or the id of its sticker pack or emoji, which is one as well. */
export function uploadsOf({ type, input }: Command): MessageId | undefined {
  if (type === "sendMessage") return input.messageId;
  if (type !== "setOwn") return undefined;
  if (input.kind === "draft") return draftHolder(input.key);
  return /^(stickers|scheduled|emoji)$/.test(input.kind) ? (input.key as MessageId) : undefined;
}

/** The conversation that one of the user's own rows is about. */
export function conversationOfOwn({ kind, key }: { kind: UserRowKind; key: string }): ConversationId | null {
  if (kind === "draft") return key as ConversationId;
  return kind === "organising" || kind === "hidden" ? (key.split(":")[0] as ConversationId) : null;
}

export function conversationOfCommand(command: Command): ConversationId | null {
  return "conversationId" in command.input ? (command.input.conversationId as ConversationId) : null;
}
