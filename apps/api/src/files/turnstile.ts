/** Lets so many work at once; the others wait in line. */
export function createTurnstile(atOnce: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return {
    async pass<T>(work: () => Promise<T>): Promise<T> {
      if (inside >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else inside--;
      }
    },
  };
}
