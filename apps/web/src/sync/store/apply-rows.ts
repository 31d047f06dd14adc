import {
  type Changes,
  type ConversationId,
  type Head,
  isOnlyInThread,
  type Mark,
  type MemberRow,
  type MessageRow,
  type Person,
  type SeqRange,
} from "@parley/schema";
import type { CacheTx } from "./db.ts";
import { inConversationRange, inSeqRange } from "./db.ts";
import { isInHeldThread } from "./held-threads.ts";
import { keepMention } from "./keep-mention.ts";
import { addRange, mayHold, rangeAt, withoutRange } from "./ranges.ts";
import type { HeldMessage, LocalConversation } from "./rows.ts";
import { type Touched, touchMessages } from "./touched.ts";
import { noteUnindexed, seqsOf } from "./unindexed.ts";

/** The request limits how many stretches can be named; more than this many are let go from the oldest. */
const mostRanges = 40;

/** Keeps the rows this device may hold; a row is only ever replaced by one of a higher rev. */
export async function keepMessages(
  tx: CacheTx,
  it: LocalConversation,
  rows: MessageRow[],
  touched: Touched,
): Promise<void> {
  const store = tx.objectStore("messages");
  const kept: HeldMessage[] = [];
  const puts: Promise<unknown>[] = [];
  // All asked for at once, all written at once: waiting for each of hundreds is what takes long.
  const known = await Promise.all(rows.map((row) => store.get([it.id, row.seq])));
  const bySeq = new Map(known.flatMap((row) => (row ? [[row.seq, row] as const] : [])));
  for (const row of rows.toSorted((a, b) => a.seq - b.seq)) {
    // The list shows nothing of what is said in threads alone, and who writes there has not read the conversation.
    const isReply = isOnlyInThread(row);
    const isNewest = !it.preview || row.seq > it.preview.seq;
    if (!isReply && (isNewest || (row.id === it.preview?.id && row.rev > it.preview.rev))) setPreview(it, row);
    if (!isReply) await keepMention(tx, it, row);
    // Who writes has read: the server moves their marks with the message.
    if (row.senderId === it.me.userId && !row.automatic && !isReply && row.seq > it.me.readSeq)
      it.me = grown(it.me, { readSeq: row.seq, deliveredSeq: row.seq, readReplies: repliesBefore(it, row, rows) });
    // Of a row that was changed since it was written, this device was not told the reactions: it is fetched with them.
    const isAnswered = row.thread !== undefined && row.seq <= (it.held.at(-1)?.to ?? 0);
    const isNew = row.editedAt === null && row.deletedAt === null && !isVotedIn(row) && !isAnswered;
    if (isNew ? mayHold(it.held, row.seq) : rangeAt(it.held, row.seq))
      it.held = addRange(it.held, { from: row.seq, to: row.seq });
    else if (!isInHeldThread(it, row)) continue;
    const before = bySeq.get(row.seq);
    if (before && before.rev >= row.rev) continue;
    const held = before && !row.deletedAt ? withWhatItHad(row, before) : row;
    bySeq.set(row.seq, held);
    puts.push(store.put(held));
    kept.push(held);
  }
  await Promise.all([...puts, noteUnindexed(tx, it.id, seqsOf(kept))]);
  while (it.held.length > mostRanges) await dropRange(tx, it, it.held[0]!);
  touchMessages(touched, it.id, kept);
}

/** How many messages before one of ours stand only in threads; 0 when that cannot be told, and a head has to say it. */
function repliesBefore(it: LocalConversation, { seq }: MessageRow, told: MessageRow[]): number {
  if (told.filter((row) => row.seq > seq).length < it.row.lastSeq - seq) return 0;
  const later = told.filter((row) => row.seq > seq && isOnlyInThread(row)).length;
  return Math.max(0, (it.row.threadReplies ?? 0) - later);
}

const isVotedIn = ({ content }: MessageRow) => content?.kind === "poll" && content.tally !== undefined;

/** Reactions and tallies come apart from the row they are about. */
const withWhatItHad = (row: MessageRow, { reactions, tally }: HeldMessage): HeldMessage => ({
  ...row,
  ...(reactions && { reactions }),
  ...(tally && { tally }),
});

/**
 * A covered stretch says all there is. Not there is a message of ours that stood in for the server's row, and has expired
 * since; nor a reaction taken back after an earlier answer brought it, of which this one, asked before, does not tell.
 */
export async function dropUntold(
  tx: CacheTx,
  it: LocalConversation,
  covers: SeqRange,
  { rev, rows: { messages = [], reactions = [] } }: Changes,
  touched: Touched,
): Promise<void> {
  const store = tx.objectStore("messages");
  const seqs = new Set(messages.map((row) => row.seq));
  const rows = await store.getAll(inSeqRange(it.id, covers.from, covers.to));
  const gone = rows.filter((row) => row.rev === 0 && !seqs.has(row.seq));
  for (const row of gone) await store.delete([it.id, row.seq]);
  await noteUnindexed(tx, it.id, seqsOf(gone));
  touchMessages(
    touched,
    it.id,
    gone.map((row) => ({ ...row, text: "", content: undefined, deletedAt: row.createdAt })),
  );
  const keyOf = (of: { userId: string; emoji: string }) => of.userId + of.emoji;
  for (const row of rows) {
    const told = new Set(reactions.filter((of) => of.seq === row.seq).map(keyOf));
    const kept = row.reactions?.filter((of) => of.rev > rev || told.has(keyOf(of)));
    if (kept?.length === row.reactions?.length || gone.includes(row)) continue;
    const next = { ...row, reactions: kept?.length ? kept : undefined };
    await store.put(next);
    touchMessages(touched, it.id, [next]);
  }
}

export async function dropRange(tx: CacheTx, it: LocalConversation, range: SeqRange): Promise<void> {
  await tx.objectStore("messages").delete(inSeqRange(it.id, range.from, range.to));
  await noteUnindexed(tx, it.id, [range]);
  it.held = withoutRange(it.held, range);
  it.threads = it.threads.map(({ id, held }) => ({ id, held: withoutRange(held, range) }));
}

export async function keepMembers(
  tx: CacheTx,
  it: LocalConversation,
  rows: MemberRow[],
  touched: Touched,
): Promise<void> {
  if (!rows.length) return;
  const store = tx.objectStore("members");
  for (const row of rows) {
    const before = await store.get([it.id, row.userId]);
    const merged = mergeMember(before, row);
    await store.put(merged);
    if (row.userId === it.me.userId) it.me = mergeMember(it.me, row);
  }
  const all = await store.getAll(inConversationRange(it.id));
  it.memberCount = all.filter((row) => row.leftAt === null).length;
  touched.members.add(it.id);
}

export async function keepMarks(tx: CacheTx, it: LocalConversation, marks: Mark[], touched: Touched): Promise<void> {
  const store = tx.objectStore("members");
  for (const mark of marks) {
    const before = await store.get([it.id, mark.userId]);
    if (before) await store.put(grown(before, mark));
    if (mark.userId === it.me.userId) it.me = grown(it.me, mark);
  }
  touched.members.add(it.id);
  touched.conversations.add(it.id);
}

/** The newer row, with marks that only grow: they take no rev. */
export function mergeMember(before: MemberRow | undefined, row: MemberRow): MemberRow {
  if (!before) return row;
  // Only heads name what cannot be seen; what was named once stays so.
  const unseen = row.unseen ?? before.unseen;
  const newer = row.rev >= before.rev ? grown(row, before) : grown(before, row);
  return unseen ? { ...newer, unseen } : newer;
}

function grown(row: MemberRow, mark: Omit<Mark, "userId">): MemberRow {
  const readReplies = Math.max(row.readReplies ?? 0, mark.readReplies ?? 0);
  return {
    ...row,
    readSeq: Math.max(row.readSeq, mark.readSeq),
    deliveredSeq: Math.max(row.deliveredSeq, mark.deliveredSeq),
    ...(readReplies > 0 && { readReplies }),
  };
}

export async function keepPeople(tx: CacheTx, people: Person[] | undefined, touched: Touched): Promise<void> {
  for (const { isPartial, ...person } of people ?? []) {
    const store = tx.objectStore("people");
    // Told to many at once: what this user was told for themselves is worth more.
    const before = isPartial && (await store.get(person.id));
    await store.put(before ? { ...before, ...person, avatarId: before.avatarId, bio: before.bio } : person);
    touched.people.add(person.id);
  }
}

export function setPreview(it: LocalConversation, preview: MessageRow | null): void {
  it.preview = preview;
  it.lastAt = preview?.createdAt ?? it.row.createdAt;
}

export function fromHead(head: Head): LocalConversation {
  return {
    id: head.conversation.id,
    row: head.conversation,
    me: head.me,
    preview: head.preview,
    otherId: head.otherId,
    lastAt: head.preview?.createdAt ?? head.conversation.createdAt,
    cursor: 0,
    headRev: head.conversation.rev,
    held: [],
    bare: [],
    threads: [],
    memberCount: 0,
    pins: [],
    mentions: head.mentions,
    openedAt: 0,
    isGone: false,
    unknown: null,
  };
}

/** Drops what was copied of a conversation, so that it is fetched anew. */
export async function emptyConversation(tx: CacheTx, it: LocalConversation): Promise<void> {
  await tx.objectStore("messages").delete(inConversationRange(it.id));
  await noteUnindexed(tx, it.id, it.held);
  await tx.objectStore("members").delete(inConversationRange(it.id));
  Object.assign(it, { cursor: 0, held: [], bare: [], threads: [], memberCount: 0, pins: [], unknown: null });
}

export const knownRows = ["conversation", "members", "messages", "reactions", "pins", "account", "own"];

export function unknownKinds(changes: Changes): string[] {
  return Object.keys(changes.rows).filter((kind) => !knownRows.includes(kind));
}

export const conversationOf = (tx: CacheTx, id: ConversationId) => tx.objectStore("conversations").get(id);
