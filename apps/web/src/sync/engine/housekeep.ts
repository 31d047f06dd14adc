import { evict, mostMessages } from "../store/budget.ts";
import type { Engine } from "./engine.ts";

const firstMs = 30_000;
const everyMs = 15 * 60_000;

/** Keeps the copy within its budget, quietly, by the tab that leads. */
export function housekeep(engine: Engine): () => void {
  let timer = setTimeout(run, firstMs);
  async function run() {
    if (engine.isLeading()) engine.tell(await evict(engine.db, mostMessages, engine.isShown));
    timer = setTimeout(() => void run().catch(() => undefined), everyMs);
  }
  return () => clearTimeout(timer);
}
