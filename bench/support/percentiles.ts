export type Percentiles = { p50: number; p95: number; p99: number; most: number };

/** Of times in milliseconds, to a hundredth. */
export function percentilesOf(times: number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

export const median = (values: number[]) => percentilesOf(values).p50;

export function round(value: number) {
  return Math.round(value * 100) / 100;
}
