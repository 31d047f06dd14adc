import type { ConversationId } from "@parley/schema";
import type { StorageReport } from "../types.ts";
import { isOfDraft } from "../uploads/upload.ts";
import { conversationOf, dropRange } from "./apply-rows.ts";
import { inSeqRange, type LocalDb, orAbort, writeCache } from "./db.ts";
import { letGoOfThreads } from "./held-threads.ts";
import { keepNewest, lengthOfRanges } from "./ranges.ts";
import { nothingTouched, type Touched } from "./touched.ts";

/** About 100 MB: half a kilobyte a message. */
export const mostMessages = 200_000;
/** What stays of every conversation, so that each opens without a network. */
const leastKept = 120;
const sampleSize = 20;

/** Lets go of history until at most `most` messages are held: first of what has not been open for longest. Never the outbox. */
export async function evict(
  db: LocalDb,
  most: number,
  isOpen: (id: ConversationId) => boolean,
  least = leastKept,
): Promise<Touched> {
  const touched = nothingTouched();
  const all = await db.getAll("conversations");
  let total = all.reduce((sum, it) => sum + lengthOfRanges(it.held), 0);
  const oldestFirst = all.toSorted((a, b) => a.openedAt - b.openedAt || a.lastAt.localeCompare(b.lastAt));
  for (const { id } of oldestFirst) {
    if (total <= most) break;
    if (isOpen(id)) continue;
    const tx = writeCache(db);
    await orAbort(tx, async () => {
      const it = await conversationOf(tx, id);
      if (!it) return;
      const { dropped } = keepNewest(it.held, least);
      for (const range of dropped) await dropRange(tx, it, range);
      await letGoOfThreads(tx, it);
      await tx.objectStore("conversations").put(it);
      total -= lengthOfRanges(dropped);
      if (dropped.length) {
        touched.conversations.add(id);
        touched.messages.set(id, "many");
      }
    });
  }
  return touched;
}

/** What the device holds, by conversation; bytes are judged by a few messages of each, since reading all would take seconds. */
export async function reportStorage(db: LocalDb): Promise<StorageReport> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const isPersisted = (await navigator.storage?.persisted?.()) ?? false;
  const conversations: StorageReport["conversations"] = [];
  for (const { id, held } of await db.getAll("conversations")) {
    const messages = lengthOfRanges(held);
    const top = held.at(-1)?.to ?? 0;
    const sample = messages ? await db.getAll("messages", inSeqRange(id, top - sampleSize, top)) : [];
    const average = sample.length ? new Blob([JSON.stringify(sample)]).size / sample.length : 0;
    conversations.push({ id, messages, bytes: Math.round(messages * average) });
  }
  const files = await reportFiles(db);
  return { usage, quota, isPersisted, conversations: conversations.sort((a, b) => b.bytes - a.bytes), files };
}

async function reportFiles(db: LocalDb): Promise<StorageReport["files"]> {
  const uploads = new Map((await db.getAll("uploads")).map((it) => [it.fileId, it]));
  const files = { waiting: { count: 0, bytes: 0 }, drafts: { count: 0, bytes: 0 }, sent: { count: 0, bytes: 0 } };
  for (const fileId of await db.getAllKeys("bytes")) {
    const upload = uploads.get(fileId);
    const sum = upload ? (isOfDraft(upload) ? files.drafts : files.waiting) : files.sent;
    sum.count++;
    sum.bytes += (await db.get("bytes", fileId))?.size ?? 0;
  }
  for (const { file, fileId } of await db.getAll("chosen")) {
    files.drafts.bytes += file.size;
    if (!fileId) files.drafts.count++;
  }
  return files;
}
