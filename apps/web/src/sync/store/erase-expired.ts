import { type ConversationId, isOnlyInThread } from "@parley/schema";
import { conversationOf } from "./apply-rows.ts";
import { type CacheTx, inConversationRange } from "./db.ts";
import { nothingTouched, type Touched, touchMessages } from "./touched.ts";
import { noteUnindexed, seqsOf } from "./unindexed.ts";

/** [F25] Erases from this device what has expired, also from what the list shows of it. `serverNow` is in milliseconds. */
export async function eraseExpired(tx: CacheTx, serverNow: number): Promise<Touched> {
  const touched = nothingTouched();
  const messages = tx.objectStore("messages");
  const expired = IDBKeyRange.upperBound(new Date(serverNow).toISOString());
  for (const row of await messages.index("expiresAt").getAll(expired)) {
    await messages.delete([row.conversationId, row.seq]);
    // Whoever has it in memory forgets its words too.
    await noteUnindexed(tx, row.conversationId, seqsOf([row]));
    touchMessages(touched, row.conversationId, [{ ...row, text: "", content: undefined, deletedAt: row.expiresAt }]);
  }
  for (const it of await tx.objectStore("conversations").getAll()) {
    if (!it.preview?.expiresAt || Date.parse(it.preview.expiresAt) > serverNow) continue;
    touched.conversations.add(it.id);
    const { id, lastAt } = it;
    const local = await conversationOf(tx, id);
    if (local) await tx.objectStore("conversations").put({ ...local, lastAt, preview: await newest(tx, id) });
  }
  return touched;
}

async function newest(tx: CacheTx, id: ConversationId) {
  let cursor = await tx.objectStore("messages").openCursor(inConversationRange(id), "prev");
  while (cursor && isOnlyInThread(cursor.value)) cursor = await cursor.continue();
  return cursor?.value ?? null;
}
