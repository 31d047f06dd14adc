/** Somebody who writes, and where: in the conversation itself, or in a thread of it. */
export type Writing<User extends string, Thread extends string> = { userId: User; threadId: Thread | undefined };

/** Who is writing. Dies by itself: a device that falls silent never leaves "Alice is writing" behind. */
export type Typing<User extends string, Thread extends string> = {
  /** True when the others should hear of it. */
  say(writing: Writing<User, Thread>, isTyping: boolean, now: number): boolean;
  /** Takes out and returns all that somebody writes who has gone. */
  leave(userId: User): Writing<User, Thread>[];
  /** Takes out and returns those who have been silent for too long. */
  expire(now: number): Writing<User, Thread>[];
  /** When the next one dies, if anyone writes. */
  nextAt(): number | undefined;
};

export function makeTyping<User extends string, Thread extends string>(livesMs: number): Typing<User, Thread> {
  const writers = new Map<string, { writing: Writing<User, Thread>; until: number }>();
  const takeOut = (isGone: (it: { writing: Writing<User, Thread>; until: number }) => boolean) => {
    const gone = [...writers].filter(([, it]) => isGone(it));
    for (const [key] of gone) writers.delete(key);
    return gone.map(([, it]) => it.writing);
  };
  return {
    say(writing, isTyping, now) {
      const key = `${writing.userId} ${writing.threadId ?? ""}`;
      const was = writers.has(key);
      if (isTyping) writers.set(key, { writing, until: now + livesMs });
      else writers.delete(key);
      return was !== isTyping;
    },
    leave: (userId) => takeOut((it) => it.writing.userId === userId),
    expire: (now) => takeOut((it) => it.until <= now),
    nextAt: () => (writers.size === 0 ? undefined : Math.min(...[...writers.values()].map((it) => it.until))),
  };
}
