/** How often something may happen: `burst` at once, then `perSecond`. */
export type Pace = { tokens: number; at: number; burst: number; perSecond: number };

export function makePace(burst: number, perSecond: number, now: number): Pace {
  return { tokens: burst, at: now, burst, perSecond };
}

/** Takes one turn; false when there is none left. */
export function take(pace: Pace, now: number): boolean {
  const earned = ((now - pace.at) / 1_000) * pace.perSecond;
  pace.tokens = Math.min(pace.burst, pace.tokens + Math.max(0, earned));
  pace.at = now;
  if (pace.tokens < 1) return false;
  pace.tokens -= 1;
  return true;
}
