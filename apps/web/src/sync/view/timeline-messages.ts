import type { MessageId, MessageRow, UserId } from "@parley/schema";
import type { Stored } from "../outbox/command.ts";
import { isBlocked } from "../outbox/next-jobs.ts";
import type { TimelineMessage } from "../types.ts";

/** One per timeline: gives a row that did not change the same object again, so that only what changed is looked at. */
export type Shown = WeakMap<MessageRow, TimelineMessage>;

/** Rows of the window as a person sees them: what waits in the outbox is already done, what is unsent comes last. */
export function timelineMessages(
  rows: MessageRow[],
  outbox: Stored[],
  userId: UserId,
  now: number,
  shown: Shown,
): TimelineMessage[] {
  const changes = changesIn(outbox);
  const present = new Set<MessageId>();
  const messages: TimelineMessage[] = [];
  for (const row of rows) {
    present.add(row.id);
    if (row.expiresAt && Date.parse(row.expiresAt) <= now) continue;
    messages.push(shownAs(row, changes.get(row.id), shown));
  }
  for (const command of outbox) {
    if (command.type !== "sendMessage" || present.has(command.input.messageId)) continue;
    const change = changes.get(command.input.messageId);
    messages.push(withChange(unsent(command, userId, outbox), change));
  }
  return messages;
}

type Change = Extract<Stored, { type: "editMessage" | "deleteMessage" }>;

function changesIn(outbox: Stored[]): Map<MessageId, Change> {
  const changes = new Map<MessageId, Change>();
  for (const command of outbox) {
    if (command.type === "editMessage" || command.type === "deleteMessage")
      changes.set(command.input.messageId, command);
  }
  return changes;
}

function shownAs(row: MessageRow, change: Change | undefined, shown: Shown): TimelineMessage {
  if (change) {
    shown.delete(row);
    return withChange(sent(row), change);
  }
  const before = shown.get(row);
  if (before) return before;
  const message = sent(row);
  shown.set(row, message);
  return message;
}

const sent = (row: MessageRow): TimelineMessage => ({
  ...row,
  sendState: "sent",
  failure: undefined,
  commandId: undefined,
  waitsFor: undefined,
  isEdited: row.editedAt !== null,
});

/** [F20] A tombstone wins over whatever is still to be done to it. */
function withChange(message: TimelineMessage, change: Change | undefined): TimelineMessage {
  if (!change || message.deletedAt) return message;
  const { failure } = change;
  const base = {
    ...message,
    sendState: change.state === "failed" ? "failed" : "pending",
    failure,
    commandId: change.id,
  } as const;
  if (change.state === "failed" && change.type === "deleteMessage") return base;
  if (change.type === "deleteMessage") return { ...base, text: "", deletedAt: change.at };
  return { ...base, text: change.input.text, isEdited: message.seq > 0 || message.isEdited };
}

function unsent(command: Extract<Stored, { type: "sendMessage" }>, userId: UserId, outbox: Stored[]): TimelineMessage {
  const { messageId, conversationId, text, replyToId } = command.input;
  return {
    id: messageId,
    conversationId,
    seq: 0,
    rev: 0,
    senderId: userId,
    kind: "text",
    text,
    event: null,
    replyToId: replyToId ?? null,
    createdAt: command.at,
    editedAt: null,
    deletedAt: null,
    expiresAt: null,
    sendState: command.state === "failed" ? "failed" : "pending",
    failure: command.failure,
    commandId: command.id,
    // [F24]
    waitsFor: command.state === "waiting" && isBlocked(command, outbox) ? replyToId : undefined,
    isEdited: false,
  };
}
