import type { Db } from "@parley/db";
import { isOnlyInThread, type MessageRow, type SeqRange } from "@parley/schema";
import { type Reader, readableMessages } from "./readable-messages.ts";

/**
 * Where a page ends among replies that stand only in threads, how far that goes on: one look into the index of the
 * timeline, so that a device need not fetch ten thousand replies to find the message before them.
 */
export async function bareBelow(
  db: Db,
  reader: Reader,
  first: MessageRow | undefined,
  hasMore: boolean,
): Promise<SeqRange | null> {
  if (!first || !hasMore || reader.threadId || !isOnlyInThread(first)) return null;
  const next = await nextInTimeline(db, reader)
    .where("messages.seq", "<", first.seq)
    .orderBy("messages.seq", "desc")
    .executeTakeFirst();
  return stretch((next?.seq ?? 0) + 1, first.seq - 1);
}

export async function bareAbove(
  db: Db,
  reader: Reader,
  last: MessageRow | undefined,
  lastSeq: number,
): Promise<SeqRange | null> {
  if (!last || reader.threadId || !isOnlyInThread(last)) return null;
  const next = await nextInTimeline(db, reader)
    .where("messages.seq", ">", last.seq)
    .orderBy("messages.seq")
    .executeTakeFirst();
  return stretch(last.seq + 1, next ? next.seq - 1 : lastSeq);
}

/** The next message that the timeline shows. */
export const nextInTimeline = (db: Db, reader: Reader) =>
  readableMessages(db, reader).where("messages.is_in_timeline", "=", true).limit(1);

const stretch = (from: number, to: number) => (from <= to ? { from, to } : null);
