import { spanOfDay } from "./days.ts";
import type { Query, SoughtWord } from "./query.ts";

/** What an index answers; `Set` is whatever it keeps messages in: SQL conditions, or bits. */
export type Sets<Set> = {
  /** Messages with these words in a row. */
  phrase(words: SoughtWord[]): Set;
  tag(tag: string, isPrefix: boolean): Set;
  from(who: string): Set;
  has(trait: string): Set;
  in(name: string): Set;
  is(what: "pinned" | "saved"): Set;
  /** Sent at or after `from` and before `to`, in milliseconds; either may be infinite. */
  sent(from: number, to: number): Set;
  and(sets: Set[]): Set;
  or(sets: Set[]): Set;
  not(set: Set): Set;
};

/** Where and when somebody searches: days begin at their midnight. */
export type Here = { timeZone: string; now: number };

/** What a query means, said once for the database and for the device. */
export function evaluate<Set>(query: Query, sets: Sets<Set>, here: Here): Set {
  const inside = (it: Query) => evaluate(it, sets, here);
  switch (query.kind) {
    case "and":
      return sets.and(query.of.map(inside));
    case "or":
      return sets.or(query.of.map(inside));
    case "not":
      return sets.not(inside(query.of));
    case "words":
      return sets.phrase(query.words);
    case "tag":
      return sets.tag(query.tag, query.isPrefix);
    case "from":
      return sets.from(query.who);
    case "has":
      return sets.has(query.what);
    case "in":
      return sets.in(query.name);
    case "is":
      return sets.is(query.what);
    case "before":
      return sets.sent(Number.NEGATIVE_INFINITY, spanOfDay(query.day, here.timeZone, here.now).from);
    case "after":
      return sets.sent(spanOfDay(query.day, here.timeZone, here.now).to, Number.POSITIVE_INFINITY);
    case "on": {
      const { from, to } = spanOfDay(query.day, here.timeZone, here.now);
      return sets.sent(from, to);
    }
    default:
      return query satisfies never;
  }
}
