/** Who is writing. Dies by itself: a device that falls silent never leaves "Alice is writing" behind. */
export type Typing<Id extends string> = {
  /** True when the others should hear of it. */
  say(id: Id, isTyping: boolean, now: number): boolean;
  /** Takes out and returns those who have been silent for too long. */
  expire(now: number): Id[];
  /** When the next one dies, if anyone writes. */
  nextAt(): number | undefined;
};

export function makeTyping<Id extends string>(livesMs: number): Typing<Id> {
  const until = new Map<Id, number>();
  return {
    say(id, isTyping, now) {
      const was = until.has(id);
      if (isTyping) until.set(id, now + livesMs);
      else until.delete(id);
      return was !== isTyping;
    },
    expire(now) {
      const gone = [...until].filter(([, at]) => at <= now).map(([id]) => id);
      for (const id of gone) until.delete(id);
      return gone;
    },
    nextAt: () => (until.size === 0 ? undefined : Math.min(...until.values())),
  };
}
