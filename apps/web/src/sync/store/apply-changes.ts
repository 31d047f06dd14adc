import { type Changes, type ConversationId, isOnlyInThread, type Mark, type SeqRange } from "@parley/schema";
import { keepPins, keepReactions } from "./apply-reactions.ts";
import {
  conversationOf,
  dropRange,
  dropUntold,
  keepMarks,
  keepMembers,
  keepMessages,
  keepPeople,
  unknownKinds,
} from "./apply-rows.ts";
import { type CacheTx, type LocalDb, orAbort, writeCache } from "./db.ts";
import { addRange, isWithin } from "./ranges.ts";
import type { HeldThread, LocalConversation } from "./rows.ts";
import { nothingTouched, type Touched } from "./touched.ts";

/** `gap`: pull first. `again`: the answer no longer fits what this device holds. `unknown`: there is no head of it yet. */
export type Outcome = "applied" | "old" | "gap" | "again" | "unknown";
export type Applied = { outcome: Outcome; touched: Touched; behind: boolean };

/** Changes told by a room. applied when they begin at or before the cursor and end after it; otherwise old, or a gap. */
export function applyLive(db: LocalDb, changes: Changes): Promise<Applied> {
  return inLocalConversation(db, changes.scope.slice(2) as ConversationId, async (tx, it, touched) => {
    it.headRev = Math.max(it.headRev, changes.rev);
    if (changes.rev <= it.cursor) return "old";
    if (changes.from > it.cursor || it.cursor === 0) return "gap";
    await keepChanges(tx, it, changes, touched);
    return "applied";
  });
}

export type Pulled = { changes: Changes; covers: SeqRange | null; marks?: Mark[]; more?: boolean };

/** The answer to a pull that named `sent` and these threads as held, and not what ran `ahead`. */
export function applyPulled(
  db: LocalDb,
  pulled: Pulled,
  sent: SeqRange[],
  ahead: SeqRange[] = [],
  threads: HeldThread[] = [],
): Promise<Applied> {
  const { changes, covers } = pulled;
  return inLocalConversation(db, changes.scope.slice(2) as ConversationId, async (tx, it, touched) => {
    if (pulled.marks) await keepMarks(tx, it, pulled.marks, touched);
    if (changes.rev < it.cursor) return "old";
    // What came to be held while the question was under way was not asked for: its changes are missing here.
    const answered = covers ? addRange(sent, covers) : sent;
    const known = pulled.more ? [...answered, ...ahead] : answered;
    // What ran ahead is in the newest page, or in a hole that scrolling fills.
    for (const range of ahead) if (!isWithin([range], known)) await dropRange(tx, it, range);
    const wereNamed = (thread: HeldThread) =>
      isWithin(thread.held, threads.find(({ id }) => id === thread.id)?.held.reduce(addRange, known) ?? known);
    const isWhole = isWithin(it.held, known) && it.threads.every(wereNamed);
    if (changes.from > it.cursor || (changes.rev > it.cursor && !isWhole)) return "again";
    if (covers) {
      it.held = addRange(it.held, covers);
      await dropUntold(tx, it, covers, changes, touched);
    }
    if (!pulled.more) it.headRev = Math.max(it.headRev, changes.rev);
    await keepChanges(tx, it, changes, touched);
    return "applied";
  });
}

async function keepChanges(tx: CacheTx, it: LocalConversation, changes: Changes, touched: Touched): Promise<void> {
  const { conversation, messages = [], reactions = [], pins = [], members = [] } = changes.rows;
  const kinds = unknownKinds(changes);
  if (kinds.length)
    it.unknown = {
      from: Math.min(it.unknown?.from ?? it.cursor, it.cursor),
      kinds: [...new Set([...(it.unknown?.kinds ?? []), ...kinds])],
    };

  if (conversation && conversation.rev >= it.row.rev) it.row = conversation;
  else if (!conversation && changes.rev > it.row.rev) {
    const news = messages.filter((row) => row.seq > it.row.lastSeq);
    const threadReplies = (it.row.threadReplies ?? 0) + news.filter(isOnlyInThread).length;
    const lastSeq = Math.max(it.row.lastSeq, ...news.map((row) => row.seq));
    it.row = { ...it.row, rev: changes.rev, lastSeq, ...(threadReplies > 0 && { threadReplies }) };
  }
  await keepMessages(tx, it, messages, touched);
  await keepReactions(tx, it, reactions, touched);
  keepPins(it, pins);
  await keepMembers(tx, it, members, touched);
  await keepPeople(tx, changes.people, touched);
  it.cursor = Math.max(it.cursor, changes.rev);
  it.headRev = Math.max(it.headRev, it.cursor);
}

/** One transaction over the device's copy of one conversation: rows and cursor are written together or not at all. */
export async function inLocalConversation(
  db: LocalDb,
  id: ConversationId,
  work: (tx: CacheTx, it: LocalConversation, touched: Touched) => Promise<Outcome>,
): Promise<Applied> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  const it = await conversationOf(tx, id);
  if (!it) return { outcome: "unknown", touched, behind: false };
  const outcome = await orAbort(tx, async () => {
    const result = await work(tx, it, touched);
    await tx.objectStore("conversations").put(it);
    return result;
  });
  touched.conversations.add(id);
  return { outcome, touched, behind: it.cursor < it.headRev };
}
