import { type ConversationId, isOnlyInThread, type MessageId, type MessageRow, type SeqRange } from "@parley/schema";
import { inSeqRange, inThreadRange, type LocalDb } from "../store/db.ts";
import { joined } from "../store/ranges.ts";
import type { LocalConversation } from "../store/rows.ts";

/** "All there is": IndexedDB counts no further than this. */
const most = 1_000_000;

/** What a window shows of a conversation: its timeline, or one of its threads. */
export type Lane = {
  threadId: MessageId | undefined;
  has(row: MessageRow): boolean;
  /** The stretches in which all of this lane is on the device. */
  covered(it: LocalConversation | undefined): SeqRange[];
  /** The newest rows of a stretch, at most `count`. */
  newest(from: number, to: number, count: number): Promise<MessageRow[]>;
  oldest(from: number, to: number, count: number): Promise<MessageRow[]>;
};

export function timelineLane(db: LocalDb, id: ConversationId): Lane {
  const has = (row: MessageRow) => !isOnlyInThread(row);
  const read = async (from: number, to: number) => (await db.getAll("messages", inSeqRange(id, from, to))).filter(has);
  return {
    threadId: undefined,
    has,
    covered: (it) => (it ? joined(it.held, it.bare) : []),
    async newest(from, to, count) {
      const rows: MessageRow[] = [];
      // Mostly the first step is enough; long stretches of replies are gone through in growing ones.
      for (let top = to, step = count; top >= from && rows.length < count; step *= 2) {
        const bottom = Math.max(from, top - step + 1);
        rows.unshift(...(await read(bottom, top)));
        top = bottom - 1;
      }
      return rows.slice(-count);
    },
    async oldest(from, to, count) {
      const rows: MessageRow[] = [];
      for (let bottom = from, step = Math.min(count, most); bottom <= to && rows.length < count; step *= 2) {
        const top = Math.min(to, bottom + step - 1);
        rows.push(...(await read(bottom, top)));
        bottom = top + 1;
      }
      return rows.slice(0, count);
    },
  };
}

/** The replies of a thread; the message they answer stands above them by itself. */
export function threadLane(db: LocalDb, threadId: MessageId): Lane {
  return {
    threadId,
    has: (row) => row.threadId === threadId,
    covered: (it) => joined(it?.held ?? [], it?.threads.find((thread) => thread.id === threadId)?.held ?? []),
    async newest(from, to, count) {
      const index = db.transaction("messages").store.index("thread");
      const last = await index.openKeyCursor(inThreadRange(threadId, from, to), "prev");
      const first = count > 1 ? await last?.advance(count - 1) : last;
      return db.getAllFromIndex("messages", "thread", inThreadRange(threadId, first?.key[1] ?? from, to));
    },
    oldest: (from, to, count) =>
      db.getAllFromIndex("messages", "thread", inThreadRange(threadId, from, to), Math.min(count, most)),
  };
}
