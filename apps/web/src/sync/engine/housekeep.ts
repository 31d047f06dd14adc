import { evict, mostMessages } from "../store/budget.ts";
import { orAbort, writeCache } from "../store/db.ts";
import { eraseExpired } from "../store/erase-expired.ts";
import { tidyBytes } from "../uploads/keep-uploads.ts";
import type { Engine } from "./engine.ts";

const everyMs = 30_000;
/** Every so many turns the budget is looked at too. */
const budgetTurns = 30;

/** Keeps the copy within its budget and without what has expired, quietly, by the tab that leads. */
export function housekeep(engine: Engine): () => void {
  let timer = setTimeout(run, everyMs);
  let turn = 0;
  async function run() {
    if (engine.isLeading()) await tidy().catch(() => undefined);
    timer = setTimeout(() => void run(), everyMs);
  }
  async function tidy() {
    const tx = writeCache(engine.db);
    engine.tell(await orAbort(tx, () => eraseExpired(tx, engine.serverNow())));
    await (await import("../uploads/draft-files.ts")).tidyDrafts(engine.db);
    await tidyBytes(engine.db, Date.now());
    if (turn++ % budgetTurns === 0) engine.tell(await evict(engine.db, mostMessages, engine.isShown));
  }
  return () => clearTimeout(timer);
}
