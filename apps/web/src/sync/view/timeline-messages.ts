import { isOnlyInThread, type MessageId, type UserId } from "@parley/schema";
import type { CommandInputs, Stored } from "../outbox/command.ts";
import { isBlocked } from "../outbox/next-jobs.ts";
import { sentRow } from "../outbox/sent-row.ts";
import type { HeldMessage } from "../store/rows.ts";
import type { TimelineMessage } from "../types.ts";
import { countedReactions } from "./counted-reactions.ts";
import { shownReactions } from "./shown-reactions.ts";

/** One per timeline: gives a row that did not change the same object again, so that only what changed is looked at. */
export type Shown = WeakMap<HeldMessage, TimelineMessage>;

/**
 * Rows of the window as a person sees them: what waits in the outbox is already done, what is unsent comes last.
 * Of a conversation, or of one of its threads.
 */
export function timelineMessages(
  rows: HeldMessage[],
  outbox: Stored[],
  userId: UserId,
  now: number,
  shown: Shown,
  threadId?: MessageId,
): TimelineMessage[] {
  const changes = changesIn(outbox);
  const present = new Set<MessageId>();
  const messages: TimelineMessage[] = [];
  for (const row of rows) {
    present.add(row.id);
    if (row.expiresAt && Date.parse(row.expiresAt) <= now) continue;
    messages.push(shownAs(row, changes.get(row.id) ?? nothing, userId, shown));
  }
  for (const command of outbox) {
    if (command.type !== "sendMessage" || present.has(command.input.messageId)) continue;
    if (threadId ? command.input.threadId !== threadId : isOnlyInThread(command.input)) continue;
    const { change, reacts } = changes.get(command.input.messageId) ?? nothing;
    const reactions = shownReactions([], reacts, userId);
    messages.push(withChange({ ...unsent(command, userId, outbox), reactions }, change));
  }
  return messages;
}

type Change = Extract<Stored, { type: "editMessage" | "deleteMessage" }>;
type Waiting = { change?: Change; reacts: CommandInputs["reactToMessage"][]; isLinkRemoved?: boolean };
const nothing: Waiting = { reacts: [] };

/** What waits to be done to each message. */
function changesIn(outbox: Stored[]): Map<MessageId, Waiting> {
  const changes = new Map<MessageId, Waiting>();
  const of = (id: MessageId) => changes.get(id) ?? nothing;
  for (const command of outbox) {
    if (command.type === "editMessage" || command.type === "deleteMessage")
      changes.set(command.input.messageId, { ...of(command.input.messageId), change: command });
    else if (command.type === "removeLink" && command.state === "waiting")
      changes.set(command.input.messageId, { ...of(command.input.messageId), isLinkRemoved: true });
    else if (command.type === "reactToMessage" && command.state === "waiting") {
      const before = of(command.input.messageId);
      changes.set(command.input.messageId, { ...before, reacts: [...before.reacts, command.input] });
    }
  }
  return changes;
}

function shownAs(row: HeldMessage, waiting: Waiting, userId: UserId, shown: Shown): TimelineMessage {
  const { change, reacts, isLinkRemoved } = waiting;
  if (change || reacts.length || isLinkRemoved) {
    shown.delete(row);
    return withChange(sent(isLinkRemoved ? { ...row, link: undefined } : row, reacts, userId), change);
  }
  const before = shown.get(row);
  if (before) return before;
  const message = sent(row, reacts, userId);
  shown.set(row, message);
  return message;
}

const sent = (row: HeldMessage, reacts: Waiting["reacts"], userId: UserId): TimelineMessage => ({
  ...row,
  reactions: row.deletedAt
    ? []
    : row.tally
      ? countedReactions(row.tally, reacts)
      : shownReactions(row.reactions ?? [], reacts, userId),
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
  if (change.type === "deleteMessage")
    return { ...base, text: "", content: undefined, attachments: undefined, reactions: [], deletedAt: change.at };
  const { text, shown } = change.input;
  return {
    ...base,
    text,
    mentions: shown?.mentions,
    mentionsAll: shown?.mentionsAll,
    isEdited: message.seq > 0 || message.isEdited,
  };
}

function unsent(command: Extract<Stored, { type: "sendMessage" }>, userId: UserId, outbox: Stored[]): TimelineMessage {
  const { replyToId } = command.input;
  return {
    ...sentRow(command.input, userId, { seq: 0, createdAt: command.at }),
    sendState: command.state === "failed" ? "failed" : "pending",
    failure: command.failure,
    commandId: command.id,
    // [F24]
    waitsFor: command.state === "waiting" && isBlocked(command, outbox) ? replyToId : undefined,
    isEdited: false,
    reactions: [],
  };
}
