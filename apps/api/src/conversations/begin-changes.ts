import { type Db, keepWords } from "@parley/db";
import {
  type ChangedRows,
  type ConversationEvent,
  type ConversationId,
  conversationScope,
  type MemberRow,
  newId,
  type Person,
  type Publication,
  type UserId,
} from "@parley/schema";
import { toMessageRow } from "../messages/wire-row.ts";
import { listPeople } from "../people/list-people.ts";
import { currentXid } from "./current-xid.ts";
import { hideMessages } from "./hide-messages.ts";
import type { ConversationTx } from "./in-conversation.ts";
import { isVisibleToAll } from "./is-visible-to-all.ts";
import { type ConversationRecord, conversationColumns, toConversationRow } from "./wire-rows.ts";

export type Changes = {
  /** Lets somebody change the conversation; whatever is done before the end has the same rev. */
  run<T>(userId: UserId, me: MemberRow, work: (tx: ConversationTx) => Promise<T>): Promise<T>;
  /** Moves the counters; answers with what is to be told after the commit. */
  end(): Promise<{ publications: Publication[]; alsoTold: UserId[] }>;
};

/** Notes what changes in a conversation that is locked. */
export function beginChanges(db: Db, conversation: ConversationRecord): Changes {
  let rows: ChangedRows = {};
  const people = new Map<UserId, Person>();
  const names: UserId[] = [];
  const before: Publication[] = [];
  const alsoTold: UserId[] = [];
  const rev = conversation.rev + 1;
  let lastSeq = conversation.last_seq;
  let isConversationChanged = false;
  let isForAll = true;

  async function run<T>(userId: UserId, me: MemberRow, work: (tx: ConversationTx) => Promise<T>): Promise<T> {
    const own: ChangedRows = {};
    const hiddenFrom: UserId[] = [];
    const result = await work({
      db,
      conversation,
      me,
      rev,
      changed(more, known = []) {
        Object.assign(own, joined(own, more));
        for (const person of known) people.set(person.id, person);
      },
      named: (...userIds) => void names.push(...userIds),
      conversationChanged() {
        isConversationChanged = true;
      },
      async happened(event) {
        if (conversation.kind === "channel") return;
        lastSeq++;
        const message = await insertEvent(db, conversation, userId, { event, seq: lastSeq, rev });
        Object.assign(own, joined(own, { messages: [message] }));
      },
      hideFrom: (other) => void hiddenFrom.push(other),
      publish: (...publications) => void before.push(...publications),
      alsoTell: (...userIds) => void alsoTold.push(...userIds),
    });
    for (const other of hiddenFrom) await hideMessages(db, conversation, other, own.messages ?? []);
    if (hiddenFrom.length > 0) isForAll = false;
    rows = joined(rows, own);
    return result;
  }

  async function end() {
    if (!isConversationChanged && Object.keys(rows).length === 0) return { publications: before, alsoTold };
    await keepWords(db, rows.messages ?? []);
    const moved = await moveHead(db, conversation.id, rev, lastSeq);
    if (isConversationChanged || lastSeq > conversation.last_seq) rows.conversation = toConversationRow(moved);
    isForAll &&= await isVisibleToAll(db, conversation, rows);
    for (const person of await listPeople(db, names)) people.set(person.id, person);
    const scope = conversationScope(conversation.id);
    const tell: Publication = {
      scope,
      tell: isForAll
        ? { t: "changes", changes: { scope, from: rev - 1, rev, rows, people: [...people.values()] } }
        : { t: "announce", scope, rev },
    };
    return { publications: [...before, tell], alsoTold };
  }

  return { run, end };
}

/** Each row once, as the last who changed it left it. */
function joined(rows: ChangedRows, { members, messages, reactions, pins }: ChangedRows): ChangedRows {
  const all = { ...rows };
  if (members) all.members = latest((it) => it.userId, rows.members, members);
  if (messages) all.messages = latest((it) => it.id, rows.messages, messages);
  if (reactions) all.reactions = latest((it) => it.messageId + it.userId + it.emoji, rows.reactions, reactions);
  if (pins) all.pins = latest((it) => it.messageId, rows.pins, pins);
  return all;
}

function latest<Row>(keyOf: (row: Row) => string, rows: Row[] = [], more: Row[]): Row[] {
  return [...new Map([...rows, ...more].map((row) => [keyOf(row), row])).values()];
}

async function insertEvent(
  db: Db,
  { id: conversationId, thread_replies }: ConversationRecord,
  senderId: UserId,
  { event, seq, rev }: { event: ConversationEvent; seq: number; rev: number },
) {
  const row = await db
    .insertInto("messages")
    .values({
      id: newId(),
      conversation_id: conversationId,
      seq,
      rev,
      sender_id: senderId,
      kind: "event",
      text: "",
      thread_replies,
      event: JSON.stringify(event),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await db
    .updateTable("members")
    .set({ read_seq: seq, delivered_seq: seq, read_replies: thread_replies })
    .where("user_id", "=", senderId)
    .where("conversation_id", "=", conversationId)
    .execute();
  return toMessageRow(row);
}

function moveHead(db: Db, id: ConversationId, rev: number, lastSeq: number): Promise<ConversationRecord> {
  return db
    .updateTable("conversations")
    .set({ rev, last_seq: lastSeq, head_xid: currentXid })
    .where("id", "=", id)
    .returning(conversationColumns)
    .executeTakeFirstOrThrow();
}
