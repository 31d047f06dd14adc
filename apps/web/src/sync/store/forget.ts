import type { ConversationId } from "@parley/schema";
import { conversationOf, emptyConversation } from "./apply-rows.ts";
import { type LocalDb, orAbort, writeCache } from "./db.ts";
import { isLeft } from "./rows.ts";
import { nothingTouched, type Touched } from "./touched.ts";

/** Drops this device's copy: of a conversation one has left altogether, of another all but its place in the list. */
export async function forgetConversation(db: LocalDb, id: ConversationId): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  await orAbort(tx, async () => {
    const it = await conversationOf(tx, id);
    if (!it) return;
    await emptyConversation(tx, it);
    if (isLeft(it)) await tx.objectStore("conversations").delete(id);
    else await tx.objectStore("conversations").put(it);
  });
  touched.conversations.add(id);
  touched.messages.set(id, "many");
  touched.members.add(id);
  return touched;
}
