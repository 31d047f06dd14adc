import { expect } from "vitest";

/** Looks again and again until it holds; a machine with other work to do may take its time. */
export function eventually<T>(look: () => T | Promise<T>, timeout = 60_000) {
  return expect.poll(look, { timeout, interval: 100 });
}
