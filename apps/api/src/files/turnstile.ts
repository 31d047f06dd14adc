export type Turnstile = ReturnType<typeof createTurnstile>;

/** Lets so many work at once, each of them once `isTime`; the others wait in line. */
export function createTurnstile(atOnce: number, isTime: () => Promise<void> = async () => {}) {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return {
    async pass<T>(work: () => Promise<T>): Promise<T> {
      if (inside >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside++;
      try {
        await isTime();
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else inside--;
      }
    },
  };
}
