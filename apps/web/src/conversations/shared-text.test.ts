import { limits } from "@parley/schema";
import { expect, test } from "vitest";
import { sharedText } from "./shared-text.ts";

test("a title, a text and an address become one text, each said once", () => {
  expect(sharedText({ title: "Ferry times", text: "Look: https://example.org", url: "https://example.org" })).toBe(
    "Ferry times\nLook: https://example.org",
  );
  expect(sharedText({ title: " ", url: "https://example.org" })).toBe("https://example.org");
  expect(sharedText({})).toBe("");
});

test("no more is shared than a draft can hold", () => {
  expect(sharedText({ text: "👋".repeat(6_000) })).toBe("👋".repeat(limits.draftLength));
});
