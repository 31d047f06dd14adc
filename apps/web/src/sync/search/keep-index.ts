import type { ConversationId } from "@parley/schema";
import { inSeqRange, type LocalDb } from "../store/db.ts";
import { blockOf, blockSize, type Unindexed } from "../store/unindexed.ts";
import { makeBlock } from "./block.ts";
import type { SearchDb } from "./search-db.ts";

export type BlockKey = [ConversationId, number];

/** Whether the index belongs to this copy; if not it begins anew, with everything the copy holds to be looked at. */
export async function matchIndex(copy: LocalDb, index: SearchDb): Promise<boolean> {
  const [named, own] = [await copy.get("meta", "search"), await index.get("meta", "index")];
  if (named?.key === "search" && named.index === own) return true;
  const name = crypto.randomUUID();
  await index.clear("blocks");
  await index.put("meta", name, "index");
  const tx = copy.transaction(["conversations", "unindexed", "meta"], "readwrite");
  for (const { id, held } of await tx.objectStore("conversations").getAll())
    for (const { from, to } of held)
      for (let block = blockOf(from); block <= blockOf(to); block++)
        await tx.objectStore("unindexed").put({ conversationId: id, block, stamp: Math.random() });
  await tx.objectStore("meta").put({ key: "search", index: name });
  await tx.done;
  return false;
}

/** Looks at up to `atOnce` parts of the copy that changed; answers with which, none when the index is up to date. */
export async function indexSome(copy: LocalDb, index: SearchDb, atOnce = 2): Promise<BlockKey[]> {
  const changed = await copy.getAll("unindexed", undefined, atOnce);
  if (changed.length === 0) return [];
  for (const { conversationId, block } of changed) {
    const from = block * blockSize;
    const rows = await copy.getAll("messages", inSeqRange(conversationId, from, from + blockSize - 1));
    const made = makeBlock(conversationId, block, rows);
    if (made) await index.put("blocks", made);
    else await index.delete("blocks", [conversationId, block]);
  }
  await forgetLooked(copy, changed);
  return changed.map(({ conversationId, block }) => [conversationId, block]);
}

/** What changed again meanwhile has another stamp, and stays. */
async function forgetLooked(copy: LocalDb, looked: Unindexed[]): Promise<void> {
  const tx = copy.transaction("unindexed", "readwrite");
  await Promise.all(
    looked.map(async ({ conversationId, block, stamp }) => {
      const now = await tx.store.get([conversationId, block]);
      if (now?.stamp === stamp) await tx.store.delete([conversationId, block]);
    }),
  );
  await tx.done;
}
