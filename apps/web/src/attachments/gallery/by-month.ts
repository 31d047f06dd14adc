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

/** From the month of the first moment to that of the last, the latest first. */
export function monthsBetween(first: Time, last: Time): string[] {
  const months: string[] = [];
  const begin = monthOf(first);
  const at = new Date(last);
  at.setDate(1);
  for (let month = monthOf(at.toISOString()); month >= begin; month = monthOf(at.toISOString())) {
    months.push(month);
    at.setMonth(at.getMonth() - 1);
  }
  return months;
}

/** The reader's month as a stretch of time: from its first moment to that of the next. */
export function stretchOf(month: string): { from: Time; to: Time } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { from: new Date(year, number - 1, 1).toISOString(), to: new Date(year, number, 1).toISOString() };
}

/** As its reader calls it: November 2026. */
export const titleOfMonth = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(new Date(`${month}-01T12:00`));
