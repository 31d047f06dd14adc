import { expect, test } from "vitest";
import { colourOf, initialsOf } from "./initials.ts";

test("Alice has one initial, Elin Sørensen two, and scripts keep their letters", () => {
  expect(initialsOf("Alice")).toBe("A");
  expect(initialsOf("Elin Maria Sørensen")).toBe("ES");
  expect(initialsOf("نور حداد")).toBe("نح");
  expect(initialsOf("  ")).toBe("");
  expect(initialsOf("🙂 Bob")).toBe("🙂B");
});

test("a person keeps their colour, and the eight colours are all used", () => {
  expect(colourOf("018f0000-0000-7000-8000-00000000a11c")).toBe(colourOf("018f0000-0000-7000-8000-00000000a11c"));
  expect(new Set(Array.from({ length: 100 }, (_, i) => colourOf(`person-${i}`)))).toEqual(
    new Set([1, 2, 3, 4, 5, 6, 7, 8]),
  );
});
