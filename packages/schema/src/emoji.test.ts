import { expect, test } from "vitest";
import { asEmoji } from "./emoji.ts";

const segments = (text: string) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;

test.each(["👍", "❤️", "👍🏽", "👩‍👩‍👧", "🇻🇳", "1️⃣", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "😮‍💨", "🧑🏿‍🦽‍➡️"])("%s is one emoji", (emoji) => {
  expect(asEmoji(emoji)).toBe(emoji);
  expect(segments(emoji)).toBe(1);
});

test("an emoji typed without its variation selector is the same as with it", () => {
  expect(asEmoji("❤")).toBe("❤️");
});

test.each(["", "a", "1", "👍👍", "👍 ", "👍a", "🇻", "\u200d", "👍\u200d", "<b>", "\ud83d", "🏽\u200d🏽"])("%j is not one emoji", (text) => {
  expect(asEmoji(text)).toBeNull();
});
