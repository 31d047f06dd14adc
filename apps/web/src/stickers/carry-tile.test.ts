import { expect, test } from "vitest";
import { reordered } from "./carry-tile.ts";

test("a sticker that is moved stands where it was put, and the others keep their order", () => {
  const stickers = ["a", "b", "c", "d"];
  expect(reordered(stickers, 0, 2)).toEqual(["b", "c", "a", "d"]);
  expect(reordered(stickers, 3, 0)).toEqual(["d", "a", "b", "c"]);
  expect(reordered(stickers, 1, 1)).toEqual(stickers);
  expect(reordered(stickers, 9, 1)).toEqual(stickers);
});
