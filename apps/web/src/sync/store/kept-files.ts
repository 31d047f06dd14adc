import type { CustomEmoji, MessageId } from "@parley/schema";
import { filesCache } from "../session/pictures-cache.ts";
import type { LocalDb } from "./db.ts";

export type KeptFiles = { bytes: number; count: number };

/** How much of this device the kept thumbnails and opened originals take. */
export async function measureKeptFiles(): Promise<KeptFiles> {
  const answers = await (await caches.open(filesCache)).matchAll();
  return { bytes: answers.reduce((sum, it) => sum + bytesOf(it), 0), count: answers.length };
}

/** What is kept of a file, by its address with or without a ticket. */
export async function findKeptFile(url: string): Promise<Blob | undefined> {
  const answer = await (await caches.open(filesCache)).match(keyOf(url));
  return answer?.blob();
}

/** Keeps the whole of a file that is only played in parts. */
export async function keepFile(url: string): Promise<void> {
  const answer = await fetch(url);
  if (answer.status === 200) await (await caches.open(filesCache)).put(keyOf(url), answer);
}

/** The ticket is only the way to it. */
function keyOf(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  return origin + pathname;
}

/** They come again when they are looked at. */
export async function clearKeptFiles(): Promise<void> {
  await caches.delete(filesCache);
}

/** Lets go of files whose messages, packs, drafts and emoji are gone from this device, and of the oldest until there is room again. */
export async function tidyKeptFiles(db: LocalDb, most: number): Promise<void> {
  const cache = await caches.open(filesCache);
  const held = new Map<string, boolean>();
  const own = await db.getAll("own", IDBKeyRange.bound(["emoji"], ["emoji", []]));
  const emoji = new Set(own.map((it) => (it.value as CustomEmoji | null)?.fileId as string | undefined));
  const isHeld = async (holderId: string) => {
    const known = held.get(holderId);
    if (known !== undefined) return known;
    const message = await db.getFromIndex("messages", "id", holderId as MessageId);
    const own = await Promise.all(["stickers", "draft", "scheduled"].map((kind) => db.get("own", [kind, holderId])));
    const isThere = Boolean((message && !message.deletedAt) || own.some((it) => it?.value));
    held.set(holderId, isThere);
    return isThere;
  };
  let total = 0;
  // The newest were put last.
  for (const request of (await cache.keys()).toReversed()) {
    const [, , , holderId = "", fileId] = new URL(request.url).pathname.split("/");
    const answer = emoji.has(fileId) || (await isHeld(holderId)) ? await cache.match(request) : undefined;
    total += answer ? bytesOf(answer) : 0;
    if (!answer || total > most) await cache.delete(request);
  }
}

const bytesOf = (answer: Response) => Number(answer.headers.get("content-length") ?? 0);
