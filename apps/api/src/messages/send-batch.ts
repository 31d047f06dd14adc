import { type Db, wordsVector } from "@parley/db";
import {
  type AwayReply,
  type ConversationId,
  conversationScope,
  type MessageDetails,
  type MessageId,
  type MessageRow,
  type PollAnswer,
  type Publication,
  type Time,
  type UserId,
} from "@parley/schema";
import { sql } from "kysely";
import { createBatches } from "../batches.ts";
import { createTurns } from "../conversations/turns.ts";
import type { Metrics } from "../metrics.ts";
import type { Reply } from "./follow-thread.ts";
import { type MessageRecord, type Raw, toMessageRow, withDates } from "./wire-row.ts";

export type Send = {
  conversationId: ConversationId;
  messageId: MessageId;
  senderId: UserId;
  kind: string;
  text: string;
  details: MessageDetails;
  threadId: MessageId | null;
  isInTimeline: boolean;
  replyToId: MessageId | null;
  /** What the message of a poll does not say. */
  poll?: { answers: PollAnswer[] | null; counts: number[][]; closesAt: Time | null };
};
type Kept = Pick<MessageRow, "seq" | "rev" | "replyToId" | "createdAt" | "expiresAt"> & {
  details: MessageDetails;
  away: Absent | null;
  thread: InThread | null;
  /** The other blocks the sender, and never sees it. */
  isHidden: boolean;
};
export type Sent =
  | (Kept & { outcome: "sent" | "repeated" })
  | { outcome: "too_soon"; wait: number }
  | { outcome: "taken" | "taken_back" | "not_found" | "blocked" | "not_allowed" | "no_thread" | "no_file" };
/** Of a reply in a thread: its root as it is now, whether all may read that, and who follows the thread from now on. */
type InThread = { root: MessageRow; isForAll: boolean; newFollowers: UserId[] };
export type SendBatcher = { send(send: Send): Promise<Sent> };

type Answer = {
  place: number;
  outcome: Sent["outcome"];
  seq: number | null;
  rev: number | null;
  replies_to: MessageId | null;
  created_at: Date | null;
  details: MessageDetails | null;
  expires_at: Date | null;
  away: Absent | null;
  wait: number | null;
  root: Raw<MessageRecord> | null;
  is_for_all: boolean;
  followers: UserId[] | string | null;
  is_hidden: boolean;
};
type Parts = {
  db: Db;
  metrics: Metrics;
  tell(id: ConversationId, publications: Publication[]): void;
  /** Somebody wrote to `absent`, who has left a reply for that. */
  missed(send: Send, absent: Absent): void;
  /** A reply stands in a thread that some follow from now on. */
  followed(root: MessageRow, reply: Reply): void;
};
export type Absent = AwayReply & { userId: UserId };

const atOnce = 128;

/** Sends that arrive while a transaction is under way share the next one, and the publish after it. */
export function createSendBatcher({ db, metrics, tell, missed, followed }: Parts): SendBatcher {
  const batches = createBatches<"sends", Send, Sent>({
    turns: createTurns(),
    most: atOnce,
    // What somebody sends next may build on what they sent before.
    keyOf: (send) => send.senderId + send.conversationId,
    together: sendTogether,
  });

  async function sendTogether(sends: Send[]): Promise<Sent[]> {
    metrics.sendBatch.observe(sends.length);
    const answers = await insertMessages(db, sends);
    for (const [id, changes] of changesOf(sends, answers)) tell(id, changes);
    for (const [place, send] of sends.entries()) {
      const sent = answers[place];
      if (sent?.outcome !== "sent") continue;
      if (sent.away) missed(send, sent.away);
      const { root, newFollowers = [] } = sent.thread ?? {};
      if (root && newFollowers.length > 0) followed(root, { seq: sent.seq, senderId: send.senderId, newFollowers });
    }
    return answers;
  }

  return { send: (send) => batches.join("sends", send) };
}

async function insertMessages(db: Db, sends: Send[]): Promise<Sent[]> {
  const asked = sends.map((it) => ({
    conversation_id: it.conversationId,
    message_id: it.messageId,
    sender_id: it.senderId,
    kind: it.kind,
    text: it.text,
    details: it.details,
    thread_id: it.threadId,
    is_in_timeline: it.isInTimeline,
    reply_to_id: it.replyToId,
    poll: it.poll && { answers: it.poll.answers, counts: it.poll.counts, closes_at: it.poll.closesAt },
    words: wordsVector(it.conversationId, { ...it.details, kind: it.kind, text: it.text, senderId: it.senderId }),
  }));
  const { rows } = await sql<Answer>`select * from send_messages(${JSON.stringify(asked)}::jsonb)`.execute(db);
  const answers: Sent[] = sends.map(() => ({ outcome: "not_found" }));
  for (const row of rows) answers[row.place] = answerOf(row);
  return answers;
}

function answerOf(row: Answer): Sent {
  const { outcome, seq, rev, replies_to, created_at, details, expires_at, away, wait, is_hidden } = row;
  switch (outcome) {
    case "sent":
    case "repeated":
      return {
        outcome,
        seq: seq ?? 0,
        rev: rev ?? 0,
        replyToId: replies_to,
        createdAt: (created_at ?? new Date()).toISOString(),
        details: details ?? {},
        expiresAt: expires_at?.toISOString() ?? null,
        away,
        thread: inThread(row),
        isHidden: is_hidden,
      };
    case "too_soon":
      return { outcome, wait: wait ?? 1 };
    default:
      return { outcome };
  }
}

/** One change for each conversation: all of its new messages share a rev. With one among them that not all may see, it is announced. */
function changesOf(sends: Send[], answers: Sent[]): Map<ConversationId, Publication[]> {
  const told = new Map<ConversationId, Told>();
  for (const [place, send] of sends.entries()) {
    const sent = answers[place];
    if (sent?.outcome !== "sent") continue;
    const it = told.get(send.conversationId) ?? { rows: new Map(), isForAll: true };
    it.rows.set(send.messageId, messageOf(send, sent));
    // The root as the last of them left it, also when it was sent together with its replies.
    if (sent.thread) it.rows.set(sent.thread.root.id, sent.thread.root);
    told.set(send.conversationId, {
      ...it,
      isForAll: it.isForAll && !sent.isHidden && (sent.thread?.isForAll ?? true),
    });
  }
  return new Map(Array.from(told, ([id, it]) => [id, [publicationOf(id, it)]]));
}

type Told = { rows: Map<MessageId, MessageRow>; isForAll: boolean };

function publicationOf(id: ConversationId, { rows, isForAll }: Told): Publication {
  const scope = conversationScope(id);
  const messages = [...rows.values()];
  const rev = messages[0]?.rev ?? 0;
  if (!isForAll) return { scope, tell: { t: "announce", scope, rev } };
  return { scope, tell: { t: "changes", changes: { scope, from: rev - 1, rev, rows: { messages } } } };
}

function messageOf(send: Send, sent: Kept): MessageRow {
  return {
    id: send.messageId,
    conversationId: send.conversationId,
    seq: sent.seq,
    rev: sent.rev,
    senderId: send.senderId,
    kind: send.kind,
    text: send.text,
    event: null,
    replyToId: sent.replyToId,
    ...(send.threadId && { threadId: send.threadId, ...(send.isInTimeline && { isInTimeline: true as const }) }),
    createdAt: sent.createdAt,
    editedAt: null,
    deletedAt: null,
    expiresAt: sent.expiresAt,
    ...sent.details,
  };
}

function inThread({ root, is_for_all, followers }: Answer): InThread | null {
  return root && { root: toMessageRow(withDates(root)), isForAll: is_for_all, newFollowers: idsOf(followers) };
}

/** An array of ids comes parsed from one driver and as text from another. */
function idsOf(ids: Answer["followers"]): UserId[] {
  if (ids === null || Array.isArray(ids)) return ids ?? [];
  return ids.slice(1, -1).split(",").filter(Boolean) as UserId[];
}
