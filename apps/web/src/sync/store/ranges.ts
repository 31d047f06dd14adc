import type { SeqRange } from "@parley/schema";

// Which seqs a device holds: sorted, disjoint, never touching. A seq inside without a row is one this member may not see.

export function addRange(held: SeqRange[], added: SeqRange): SeqRange[] {
  let { from, to } = added;
  const rest: SeqRange[] = [];
  for (const range of held) {
    if (range.to + 1 < from || to + 1 < range.from) rest.push(range);
    else {
      from = Math.min(from, range.from);
      to = Math.max(to, range.to);
    }
  }
  return [...rest, { from, to }].sort((a, b) => a.from - b.from);
}

export function rangeAt(held: SeqRange[], seq: number): SeqRange | undefined {
  return held.find((range) => range.from <= seq && seq <= range.to);
}

/** Whether a row may be kept: it is in, beside or above what is held. Below that it would be an island nobody asked for. */
export function mayHold(held: SeqRange[], seq: number): boolean {
  const top = held.at(-1);
  return !top || seq > top.to || held.some((range) => range.from - 1 <= seq && seq <= range.to + 1);
}

export function isWithin(inner: SeqRange[], outer: SeqRange[]): boolean {
  return inner.every((a) => outer.some((b) => b.from <= a.from && a.to <= b.to));
}

export function lengthOfRanges(held: SeqRange[]): number {
  return held.reduce((sum, range) => sum + range.to - range.from + 1, 0);
}

/** The newest `count` seqs of what is held, and the stretches to let go. */
export function keepNewest(held: SeqRange[], count: number): { kept: SeqRange[]; dropped: SeqRange[] } {
  const kept: SeqRange[] = [];
  const dropped: SeqRange[] = [];
  let room = count;
  for (const range of held.toReversed()) {
    const length = range.to - range.from + 1;
    if (length <= room) kept.unshift(range);
    else {
      if (room > 0) kept.unshift({ from: range.to - room + 1, to: range.to });
      dropped.unshift({ from: range.from, to: range.to - room });
    }
    room = Math.max(0, room - length);
  }
  return { kept, dropped };
}

export function withoutRange(held: SeqRange[], gone: SeqRange): SeqRange[] {
  return held.flatMap((range) => {
    if (range.to < gone.from || gone.to < range.from) return [range];
    return [
      { from: range.from, to: gone.from - 1 },
      { from: gone.to + 1, to: range.to },
    ].filter((left) => left.from <= left.to);
  });
}

export const joined = (one: SeqRange[], other: SeqRange[]): SeqRange[] => other.reduce(addRange, one);
