import type { Changes, ConversationId, Head, Mark, MemberRow, MessageRow, Person, SeqRange } from "@parley/schema";
import type { CacheTx } from "./db.ts";
import { inConversationRange, inSeqRange } from "./db.ts";
import { addRange, mayHold, rangeAt } from "./ranges.ts";
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
    if (!it.preview || row.seq > it.preview.seq || (row.id === it.preview.id && row.rev > it.preview.rev))
      setPreview(it, row);
    // Who writes has read: the server moves their marks with the message.
    if (row.senderId === it.me.userId && !row.automatic)
      it.me = grown(it.me, { readSeq: row.seq, deliveredSeq: row.seq });
    // Of a row that was changed since it was written, this device was not told the reactions: it is fetched with them.
    const isNew = row.editedAt === null && row.deletedAt === null && !isVotedIn(row);
    if (!(isNew ? mayHold(it.held, row.seq) : rangeAt(it.held, row.seq))) continue;
    it.held = addRange(it.held, { from: row.seq, to: row.seq });
    const before = bySeq.get(row.seq);
    if (before && before.rev >= row.rev) continue;
    const held = before?.reactions && !row.deletedAt ? { ...row, reactions: before.reactions } : row;
    bySeq.set(row.seq, held);
    puts.push(store.put(held));
    kept.push(held);
  }
  await Promise.all([...puts, noteUnindexed(tx, it.id, seqsOf(kept))]);
  while (it.held.length > mostRanges) await dropRange(tx, it, it.held[0]!);
  touchMessages(touched, it.id, kept);
}

const isVotedIn = ({ content }: MessageRow) => content?.kind === "poll" && content.tally !== undefined;

export async function dropRange(tx: CacheTx, it: LocalConversation, range: SeqRange): Promise<void> {
  await tx.objectStore("messages").delete(inSeqRange(it.id, range.from, range.to));
  await noteUnindexed(tx, it.id, [range]);
  it.held = it.held.flatMap((held) => {
    if (held.to < range.from || range.to < held.from) return [held];
    return [
      { from: held.from, to: range.from - 1 },
      { from: range.to + 1, to: held.to },
    ].filter((left) => left.from <= left.to);
  });
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
  return row.rev >= before.rev ? grown(row, before) : grown(before, row);
}

const grown = (row: MemberRow, mark: Pick<Mark, "readSeq" | "deliveredSeq">): MemberRow => ({
  ...row,
  readSeq: Math.max(row.readSeq, mark.readSeq),
  deliveredSeq: Math.max(row.deliveredSeq, mark.deliveredSeq),
});

export async function keepPeople(tx: CacheTx, people: Person[] | undefined, touched: Touched): Promise<void> {
  for (const person of people ?? []) {
    await tx.objectStore("people").put(person);
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
    memberCount: 0,
    pins: [],
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
  Object.assign(it, { cursor: 0, held: [], memberCount: 0, pins: [], unknown: null });
}

export const knownRows = ["conversation", "members", "messages", "reactions", "pins", "account", "own"];

export function unknownKinds(changes: Changes): string[] {
  return Object.keys(changes.rows).filter((kind) => !knownRows.includes(kind));
}

export const conversationOf = (tx: CacheTx, id: ConversationId) => tx.objectStore("conversations").get(id);
