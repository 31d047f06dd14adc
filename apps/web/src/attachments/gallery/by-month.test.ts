import { expect, test } from "vitest";
import { byMonth } from "./by-month.ts";

/** A day of this device's own calendar, at a time that is another month's in most others. */
const at = (year: number, month: number, day: number, hour = 12) => ({
  at: new Date(year, month - 1, day, hour).toISOString(),
});

test("pictures stand under the month in which they were sent, the newest month first", () => {
  const [a, b, c, d] = [at(2026, 11, 21), at(2026, 11, 3), at(2026, 10, 30), at(2025, 11, 21)];
  expect([...byMonth([a, b, c, d])]).toEqual([
    ["2026-11", [a, b]],
    ["2026-10", [c]],
    ["2025-11", [d]],
  ]);
});

test("the first and last hour of a month are the reader's", () => {
  const months = byMonth([at(2026, 11, 1, 0), at(2026, 10, 31, 23)]);
  expect([...months.keys()]).toEqual(["2026-11", "2026-10"]);
});

test("nothing has no months", () => {
  expect(byMonth([]).size).toBe(0);
});
