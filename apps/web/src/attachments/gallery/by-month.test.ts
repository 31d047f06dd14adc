import { expect, test } from "vitest";
import { byMonth, monthsBetween, stretchOf } from "./by-month.ts";

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

test("the months to choose from go back to the one in which a chat began", () => {
  const [begun, now] = [at(2025, 12, 31, 23).at, at(2026, 3, 31, 1).at];
  expect(monthsBetween(begun, now)).toEqual(["2026-03", "2026-02", "2026-01", "2025-12"]);
  expect(monthsBetween(now, now)).toEqual(["2026-03"]);
});

test("a month ends where the next begins, in the reader's time", () => {
  expect(stretchOf("2026-12")).toEqual({ from: at(2026, 12, 1, 0).at, to: at(2027, 1, 1, 0).at });
});
