import { asEmoji } from "@parley/schema";
import { expect, test } from "vitest";
import { endOf, statusChoices } from "./status-choices.ts";

const now = new Date(2026, 10, 21, 22, 30).getTime();

test("a status ends after its minutes, at midnight where its person is, or never", () => {
  expect(endOf("never", now)).toBeNull();
  expect(endOf("30", now)).toBe(new Date(2026, 10, 21, 23, 0).toISOString());
  expect(endOf("today", now)).toBe(new Date(2026, 10, 22).toISOString());
  expect(endOf("1440", now)).toBe(new Date(2026, 10, 22, 22, 30).toISOString());
});

test("the emoji of every choice is one that the server takes", () => {
  for (const { emoji } of statusChoices) expect(asEmoji(emoji)).toBe(emoji);
});
