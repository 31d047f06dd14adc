import type { Log } from "../log.ts";

export type Gatherer<Key, Item> = {
  add(key: Key, ...items: Item[]): void;
  /** Tells what still waits, and ends. */
  close(): Promise<void>;
};

/**
 * Gathers what moves within `gatherMs` and tells it at once, one round after the other. A round that fails is only logged.
 * The next one gathers at least as long as the last one took: telling very many must not take all there is.
 */
export function createGatherer<Key, Item>(parts: {
  gatherMs: number;
  log: Log;
  /** For the log: `heads could not be told`. */
  what: string;
  tell(moved: Map<Key, Set<Item>>): Promise<void>;
}): Gatherer<Key, Item> {
  const waiting = new Map<Key, Set<Item>>();
  let timer: NodeJS.Timeout | undefined;
  let tookMs = 0;
  let telling: Promise<void> = Promise.resolve();

  async function tellAll() {
    timer = undefined;
    const moved = new Map(waiting);
    waiting.clear();
    const started = performance.now();
    try {
      await parts.tell(moved);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      parts.log.warn({ reason }, `${parts.what} could not be told`);
    }
    tookMs = performance.now() - started;
  }

  return {
    add(key, ...items) {
      const gathered = waiting.get(key) ?? new Set();
      for (const item of items) gathered.add(item);
      waiting.set(key, gathered);
      timer ??= setTimeout(
        () => {
          telling = telling.then(tellAll);
        },
        Math.max(parts.gatherMs, tookMs),
      );
    },
    async close() {
      clearTimeout(timer);
      if (waiting.size > 0) telling = telling.then(tellAll);
      await telling;
    },
  };
}
