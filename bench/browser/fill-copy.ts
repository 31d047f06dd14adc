import type { Page } from "playwright-core";

/**
 * Gives this device all of a conversation's history, as years of use would have: the rows are made after the newest
 * one, which the app itself has put there.
 */
export async function fillCopy(page: Page, userId: string, conversationId: string, count: number): Promise<void> {
  // A page of this origin on which the app does not run.
  await page.goto("/health");
  await page.evaluate(fill, { userId, conversationId, count });
}

type Row = { id: string; seq: number; rev: number; senderId: string; text: string; createdAt: string };
type LocalConversation = { held: { from: number; to: number }[] };

/** Runs inside the page. */
async function fill({ userId, conversationId, count }: { userId: string; conversationId: string; count: number }) {
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await answerOf(indexedDB.open(`parley:${userId}`));
  const range = IDBKeyRange.bound([conversationId], [conversationId, []]);
  const known = await answerOf<Row[]>(db.transaction("messages").objectStore("messages").getAll(range));
  const newest = known.at(-1);
  const first = known[0];
  if (!newest || !first || newest.seq !== count) throw new Error("the device has not caught up yet");
  const senders = [...new Set(known.map((it) => it.senderId))];
  const senderOf = (seq: number) =>
    (seq - newest.seq) % senders.length === 0 ? newest.senderId : senders.find((it) => it !== newest.senderId);
  const words = "See you at the ramen place by the river. ".repeat(6);

  for (let from = 1; from < first.seq; from += 5_000) {
    const tx = db.transaction("messages", "readwrite", { durability: "relaxed" });
    const done = new Promise((resolve) => tx.addEventListener("complete", resolve));
    for (let seq = from; seq < Math.min(first.seq, from + 5_000); seq++) {
      tx.objectStore("messages").put({
        ...newest,
        id: newest.id.slice(0, 24) + seq.toString(16).padStart(12, "0"),
        seq,
        rev: newest.rev - newest.seq + seq,
        senderId: senderOf(seq),
        text: `No. ${seq}: ${words.slice(0, 10 + ((seq * 37) % 180))}`,
        createdAt: new Date(Date.parse(newest.createdAt) - (newest.seq - seq) * 60_000).toISOString(),
      });
    }
    await done;
  }
  const tx = db.transaction("conversations", "readwrite");
  const conversation = await answerOf<LocalConversation>(tx.objectStore("conversations").get(conversationId));
  await answerOf(tx.objectStore("conversations").put({ ...conversation, held: [{ from: 1, to: count }] }));
  // The search index knows nothing of these: it is to begin anew.
  await answerOf(db.transaction("meta", "readwrite").objectStore("meta").delete("search"));
  db.close();
}
