import { limits } from "@parley/schema";
import { expect, test } from "vitest";
import { tagsInUse, tidyTag, withTag } from "./tags.ts";

const inUse = tagsInUse([
  { seq: 9, tags: ["Food", "Việc nhà"] },
  { seq: 4, tags: ["food"] },
  { seq: 6, tags: ["Trip"] },
]);

test("the tags on most messages come first, and one spelled twice is one", () => {
  expect(inUse.map(({ tag, seqs }) => [tag, seqs])).toEqual([
    ["Food", [4, 9]],
    ["Trip", [6]],
    ["Việc nhà", [9]],
  ]);
});

test("a tag is kept without its sign and its spare spaces, and never too long", () => {
  expect(tidyTag("  ##to   do ")).toBe("to do");
  expect(Array.from(tidyTag("é🎉".repeat(40)))).toHaveLength(limits.tagLength);
  expect(tidyTag(" # ")).toBe("");
});

test("a new tag takes the spelling in use, comes once, and stops at ten", () => {
  expect(withTag([], "#FOOD", inUse)).toEqual(["Food"]);
  expect(withTag(["Food"], "food ", inUse)).toEqual(["Food"]);
  expect(withTag(["Food"], "", inUse)).toEqual(["Food"]);
  const ten = Array.from({ length: limits.tagsEach }, (_, i) => `tag ${i}`);
  expect(withTag(ten, "more", inUse)).toEqual(ten);
});
