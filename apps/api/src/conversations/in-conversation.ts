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
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { toMessageRow } from "../messages/wire-row.ts";
import { currentXid } from "./current-xid.ts";
import { hideMessages } from "./hide-messages.ts";
import { isVisibleToAll } from "./is-visible-to-all.ts";
import {
  type ConversationRecord,
  conversationColumns,
  memberColumns,
  toConversationRow,
  toMemberRow,
} from "./wire-rows.ts";

export type ConversationTx = {
  /** The only database to use inside the work. */
  db: Db;
  conversation: ConversationRecord;
  me: MemberRow;
  /** What this change is, should it change anything. Rows written in it carry it. */
  rev: number;
  changed(rows: Omit<ChangedRows, "conversation">, people?: Person[]): void;
  /** The conversation's own row changed. */
  conversationChanged(): void;
  /** Takes the next place in the timeline for something that happened here. In a channel there are only posts. */
  happened(event: ConversationEvent): Promise<void>;
  /** This user is not to see what changes: the rows are announced, and the messages among them are never theirs to read. */
  hideFrom(userId: UserId): void;
  /** To be told as well, before the change itself. */
  publish(...publications: Publication[]): void;
  /** Users who are not members (any more) and yet should hear of the new head. */
  alsoTell(...userIds: UserId[]): void;
};

/**
 * Runs `work` as the conversation's only writer; once it has committed, tells the room what changed.
 * The lock comes first and the look after it, so that a removal that was committed meanwhile is seen.
 */
export async function inConversation<T>(
  ctx: Pick<SignedIn, "db" | "userId" | "publish" | "heads" | "turns">,
  id: ConversationId,
  work: (tx: ConversationTx) => Promise<T>,
): Promise<T> {
  const commit = () =>
    ctx.db.transaction().execute(async (db) => {
      const conversation = await lockConversation(db, id);
      const me = await readMember(db, id, ctx.userId);
      return recordChanges(db, ctx, conversation, me, work);
    });
  const committed = await ctx.turns.take(id, commit);
  tell(ctx, id, committed.publications, committed.alsoTold);
  return committed.result;
}

/** Tells the room, and the user rooms of who is online elsewhere. */
export function tell(
  ctx: Pick<SignedIn, "publish" | "heads">,
  id: ConversationId,
  publications: Publication[],
  alsoTold: UserId[] = [],
) {
  if (publications.length === 0) return;
  ctx.publish(publications);
  ctx.heads.moved(id, alsoTold);
}

/** The work itself, on a conversation that is locked: notes what changes and moves the counters at the end. */
export async function recordChanges<T>(
  db: Db,
  ctx: Pick<SignedIn, "userId">,
  conversation: ConversationRecord,
  me: MemberRow,
  work: (tx: ConversationTx) => Promise<T>,
) {
  const rows: ChangedRows = {};
  const people: Person[] = [];
  const before: Publication[] = [];
  const alsoTold: UserId[] = [];
  const hiddenFrom: UserId[] = [];
  const rev = conversation.rev + 1;
  let lastSeq = conversation.last_seq;
  let isConversationChanged = false;

  const result = await work({
    db,
    conversation,
    me,
    rev,
    changed(more, named = []) {
      if (more.members) rows.members = [...(rows.members ?? []), ...more.members];
      if (more.messages) rows.messages = [...(rows.messages ?? []), ...more.messages];
      if (more.reactions) rows.reactions = [...(rows.reactions ?? []), ...more.reactions];
      if (more.pins) rows.pins = [...(rows.pins ?? []), ...more.pins];
      people.push(...named);
    },
    conversationChanged() {
      isConversationChanged = true;
    },
    async happened(event) {
      if (conversation.kind === "channel") return;
      lastSeq++;
      const message = await insertEvent(db, conversation, ctx.userId, { event, seq: lastSeq, rev });
      rows.messages = [...(rows.messages ?? []), message];
    },
    hideFrom: (userId) => void hiddenFrom.push(userId),
    publish: (...publications) => void before.push(...publications),
    alsoTell: (...userIds) => void alsoTold.push(...userIds),
  });

  const isChanged = isConversationChanged || Object.keys(rows).length > 0;
  if (!isChanged) return { result, publications: before, alsoTold };

  await keepWords(db, rows.messages ?? []);
  const moved = await moveHead(db, conversation.id, rev, lastSeq);
  if (isConversationChanged || lastSeq > conversation.last_seq) rows.conversation = toConversationRow(moved);
  const scope = conversationScope(conversation.id);
  for (const userId of hiddenFrom) await hideMessages(db, conversation, userId, rows.messages ?? []);
  const isForAll = hiddenFrom.length === 0 && (await isVisibleToAll(db, conversation, rows));
  const changes: Publication = {
    scope,
    tell: isForAll
      ? { t: "changes", changes: { scope, from: rev - 1, rev, rows, people } }
      : { t: "announce", scope, rev },
  };
  return { result, publications: [...before, changes], alsoTold };
}

export async function lockConversation(db: Db, id: ConversationId): Promise<ConversationRecord> {
  const conversation = await db
    .selectFrom("conversations")
    .select(conversationColumns)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!conversation) throw notFound();
  return conversation;
}

async function readMember(db: Db, id: ConversationId, userId: UserId): Promise<MemberRow> {
  const member = await db
    .selectFrom("members")
    .select(memberColumns)
    .where("user_id", "=", userId)
    .where("conversation_id", "=", id)
    .where("left_at", "is", null)
    .executeTakeFirst();
  if (!member) throw notFound();
  return toMemberRow(member);
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
