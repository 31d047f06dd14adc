/** Nobody waits longer for a lull. */
const mostMs = 20;

export type UnderWay = ReturnType<typeof createUnderWay>;

/** Counts what people are waiting for, so that what can wait lets it pass. */
export function createUnderWay() {
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    async during<T>(work: () => Promise<T>): Promise<T> {
      count++;
      try {
        return await work();
      } finally {
        count--;
        if (count === 0) for (const go of waiting) go();
      }
    },
    /** Resolves when nothing is under way, or after a while. */
    async lull(): Promise<void> {
      if (count === 0) return;
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, mostMs);
        waiting.add(go);
      });
    },
  };
}
