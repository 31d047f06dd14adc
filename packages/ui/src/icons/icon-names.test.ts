import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconNamesSource } from "./generate.ts";

test("the names of the icons are those in the sprite", () => {
  const here = new URL(".", import.meta.url);
  expect(readFileSync(new URL("icon-names.ts", here), "utf8")).toBe(
    iconNamesSource(readFileSync(new URL("icons.svg", here), "utf8")),
  );
});
