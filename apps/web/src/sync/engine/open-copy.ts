import { knownRows } from "../store/apply-rows.ts";
import type { LocalDb } from "../store/db.ts";
import { clearCacheStores, orAbort, writeCache } from "../store/db.ts";
import { eraseExpired } from "../store/erase-expired.ts";

/** Puts the copy in order before it is used: what this version has learnt to read is read again, what has expired goes. */
export async function tidyCopy(db: LocalDb, serverNow: number): Promise<void> {
  try {
    const tx = writeCache(db);
    await orAbort(tx, async () => {
      for (const it of await tx.objectStore("conversations").getAll()) {
        if (!it.unknown?.kinds.some((kind) => knownRows.includes(kind))) continue;
        // [F35] The rows were skipped, so the cursor goes back to before the first of them.
        await tx
          .objectStore("conversations")
          .put({ ...it, cursor: Math.min(it.cursor, it.unknown.from), unknown: null });
      }
      await eraseExpired(tx, serverNow);
    });
  } catch {
    await clearCacheStores(db);
  }
}
