import type { Time } from "@parley/schema";

/** The reader's calendar day of a moment, as a key that compares. */
export function dayOf(time: Time | number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
