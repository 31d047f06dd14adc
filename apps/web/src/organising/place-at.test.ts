import fc from "fast-check";
import { expect, test } from "vitest";
import { moved, type Placed, placeAt } from "./place-at.ts";

test("what is moved gets a place between its new neighbours", () => {
  expect(placeAt([], 0)).toBe(0);
  expect(placeAt([4, 6], 0)).toBe(3);
  expect(placeAt([4, 6], 1)).toBe(5);
  expect(placeAt([4, 6], 2)).toBe(7);
});

test("where no number is left between two, all are numbered anew", () => {
  expect(placeAt([1, 1], 1)).toBeUndefined();
  expect(
    moved(
      [
        { id: "a", place: 1 },
        { id: "b", place: 1 },
        { id: "c", place: 2 },
      ],
      "c",
      1,
    ),
  ).toEqual([
    { id: "a", place: 0 },
    { id: "c", place: 1 },
    { id: "b", place: 2 },
  ]);
});

test("however often things are moved, each ends up where it was put", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 200 }), (moves) => {
      let kept: Placed<string>[] = ["a", "b", "c", "d", "e", "f"].map((id, place) => ({ id, place }));
      for (const [from, to] of moves) {
        const wanted = kept.map((it) => it.id);
        const [id] = wanted.splice(from, 1) as [string];
        wanted.splice(to, 0, id);
        const changes = new Map(moved(kept, id, to).map((it) => [it.id, it.place]));
        kept = kept.map((it) => ({ ...it, place: changes.get(it.id) ?? it.place })).sort((a, b) => a.place - b.place);
        expect(kept.map((it) => it.id)).toEqual(wanted);
      }
    }),
  );
});
