import fc from "fast-check";
import { expect, test } from "vitest";
import { addStretch, newestRev, type Stretches } from "./stretches.ts";

test("R9 a run of revs told one after the other is one stretch", () => {
  const stretches: Stretches = [];
  expect([3, 4, 5].map((from) => addStretch(stretches, from, from + 1))).toEqual([3, 3, 3]);
  expect(newestRev(stretches)).toBe(6);
});

test("R9 in whatever order publications come, a change belongs to everything told without a hole before it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 1 }), (order) => {
      const stretches: Stretches = [];
      const told = new Set<number>();
      for (const from of order) {
        told.add(from);
        let start = from;
        while (told.has(start - 1)) start--;
        expect(addStretch(stretches, from, from + 1)).toBe(start);
      }
      expect(newestRev(stretches)).toBe(Math.max(...order) + 1);
    }),
  );
});

test("R9 told again, nothing changes", () => {
  const stretches: Stretches = [];
  addStretch(stretches, 0, 5);
  expect(addStretch(stretches, 2, 3)).toBe(0);
  expect(stretches).toEqual([{ from: 0, to: 5 }]);
});

test("R9 what a room remembers of a conversation full of holes stays small", () => {
  const stretches: Stretches = [];
  for (let from = 0; from < 1_000; from += 2) addStretch(stretches, from, from + 1);
  expect(stretches).toHaveLength(16);
  expect(newestRev(stretches)).toBe(999);
});
