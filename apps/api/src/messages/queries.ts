import type { Db } from "@parley/db";
import type { ConversationKind, MessageId, MessagePage, MessageRow, SeqRange } from "@parley/schema";
import { notFound } from "../errors.ts";
import { listPeople, namedIn } from "../people/list-people.ts";
import { bareAbove, bareBelow } from "./bare-stretches.ts";
import { listReactions } from "./reactions.ts";
import { type Reader, readableMessages } from "./readable-messages.ts";
import { toMessageRow } from "./wire-row.ts";

export type At = { seq: number; limit: number };

/** The conversation's counters, for a member; anyone else hears that there is nothing. */
export async function readHead(
  db: Db,
  { userId, conversationId }: Omit<Reader, "now">,
): Promise<{ rev: number; lastSeq: number; kind: ConversationKind }> {
  const row = await db
    .selectFrom("conversations")
    .innerJoin("members", "members.conversation_id", "conversations.id")
    .select(["conversations.rev", "conversations.last_seq as lastSeq", "conversations.kind"])
    .where("conversations.id", "=", conversationId)
    .where("members.user_id", "=", userId)
    .where("members.left_at", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export async function messagesBefore(db: Db, reader: Reader, { seq, limit }: At): Promise<MessagePage> {
  const head = await readHead(db, reader);
  const rows = await readableMessages(db, reader)
    .where("messages.seq", "<", Math.min(seq, maxSeq))
    .orderBy("messages.seq", "desc")
    .limit(limit)
    .execute();
  const messages = rows.map(toMessageRow).reverse();
  const from = messages.length < limit ? 1 : (messages[0]?.seq ?? 1);
  const bare = await bareBelow(db, reader, messages[0], limit === messages.length);
  return pageOf(db, reader, messages, { covers: { from, to: Math.min(seq - 1, head.lastSeq) }, bare, rev: head.rev });
}

export async function messagesAfter(db: Db, reader: Reader, { seq, limit }: At): Promise<MessagePage> {
  const head = await readHead(db, reader);
  const rows = await readableMessages(db, reader)
    .where("messages.seq", ">", Math.min(seq, maxSeq))
    .where("messages.seq", "<=", head.lastSeq)
    .orderBy("messages.seq")
    .limit(limit)
    .execute();
  const messages = rows.map(toMessageRow);
  const to = messages.length < limit ? head.lastSeq : (messages.at(-1)?.seq ?? head.lastSeq);
  const bare = await bareAbove(db, reader, messages.at(-1), head.lastSeq);
  return pageOf(db, reader, messages, { covers: { from: seq + 1, to }, bare, rev: head.rev });
}

/** Half of the page up to and with `seq`, half after it. */
export async function messagesAround(
  db: Db,
  reader: Reader,
  { messageId, limit, ...at }: At & { messageId?: MessageId | undefined },
): Promise<MessagePage> {
  const seq = messageId ? await readSeq(db, reader, messageId) : at.seq;
  const half = Math.max(1, Math.floor(limit / 2));
  const upTo = await messagesBefore(db, reader, { seq: seq + 1, limit: half });
  const after = await messagesAfter(db, reader, { seq, limit: half });
  const messages = [...new Map([...upTo.messages, ...after.messages].map((row) => [row.id, row])).values()];
  const covers =
    upTo.covers && after.covers ? { from: upTo.covers.from, to: after.covers.to } : (upTo.covers ?? after.covers);
  const reactions = [...upTo.reactions, ...after.reactions];
  const people = new Map([...upTo.people, ...after.people].map((person) => [person.id, person]));
  const bare = [...(upTo.bare ?? []), ...(after.bare ?? [])];
  return { messages, reactions, covers, ...(bare.length && { bare }), people: [...people.values()], rev: upTo.rev };
}

/** Seqs are 32-bit in the database: a larger one is behind every message. */
const maxSeq = 2_147_483_646;

async function readSeq(db: Db, reader: Reader, id: MessageId): Promise<number> {
  const message = await readableMessages(db, reader).where("messages.id", "=", id).executeTakeFirst();
  if (!message) throw notFound();
  return message.seq;
}

type Page = { covers: SeqRange; bare: SeqRange | null; rev: number };

async function pageOf(db: Db, reader: Reader, rows: MessageRow[], { covers, bare, rev }: Page): Promise<MessagePage> {
  const messages = reader.threadId ? [await readRoot(db, reader), ...rows] : rows;
  const reactions = await listReactions(db, messages, reader.userId);
  return {
    messages,
    reactions,
    covers: covers.from <= covers.to ? covers : null,
    ...(bare && { bare: [bare] }),
    people: await listPeople(db, [...namedIn(messages), ...reactions.map((it) => it.userId)], reader.userId),
    rev,
  };
}

/** The message that a thread answers; who may not read it is told of no thread. */
async function readRoot(db: Db, { threadId, ...reader }: Reader): Promise<MessageRow> {
  const row = await readableMessages(db, reader)
    .where("messages.id", "=", threadId ?? null)
    .where("messages.thread_id", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return toMessageRow(row);
}
