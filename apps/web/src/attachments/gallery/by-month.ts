import type { Time } from "@parley/schema";

/** The reader's calendar month of a moment, as a key: 2026-11. */
export function monthOf(time: Time): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}`;
}

/** What is in order of time, in months of that order. */
export function byMonth<Item extends { at: Time }>(items: readonly Item[]): Map<string, Item[]> {
  const months = new Map<string, Item[]>();
  for (const item of items) {
    const month = monthOf(item.at);
    const there = months.get(month);
    if (there) there.push(item);
    else months.set(month, [item]);
  }
  return months;
}
