// @vitest-environment jsdom
import { expect, test } from "vitest";
import { appearanceFrom, standardAppearance, storedAppearance, wearAppearance } from "./appearance.ts";

test("what Alice chose is worn at once and found again at the next start", () => {
  const page = document.createElement("html");
  const chosen = { ...standardAppearance, theme: "dark", accent: "plum" } as const;
  wearAppearance(chosen, page, localStorage);
  expect({ ...page.dataset }).toMatchObject({ theme: "dark", accent: "plum" });
  expect(storedAppearance(localStorage)).toEqual(chosen);
});

test("as the system leaves the page to the system", () => {
  const page = document.createElement("html");
  page.dataset["theme"] = "dark";
  wearAppearance(standardAppearance, page, localStorage);
  expect(page.dataset["theme"]).toBeUndefined();
});

test("a choice this version does not know becomes the standard one, and broken storage harms nobody", () => {
  expect(appearanceFrom({ theme: "sepia", accent: "rose" })).toEqual({ ...standardAppearance, accent: "rose" });
  expect(storedAppearance({ getItem: () => "{" })).toEqual(standardAppearance);
});
