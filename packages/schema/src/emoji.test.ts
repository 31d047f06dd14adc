import { expect, test } from "vitest";
import { asEmoji } from "./emoji.ts";

const segments = (text: string) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;

test.each(["👍", "❤️", "👍🏽", "👩‍👩‍👧", "🇻🇳", "1️⃣", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "😮‍💨", "🧑🏿‍🦽‍➡️"])("%s is one emoji", (emoji) => {
  expect(asEmoji(emoji)).toBe(emoji);
  expect(segments(emoji)).toBe(1);
});

test("an emoji without the variation selector it needs, or with one it does not, is the same emoji", () => {
  expect(asEmoji("❤")).toBe("❤️");
  expect(asEmoji("👍\uFE0F")).toBe("👍");
});

test.each(["", "a", "1", "👍👍", "👍 ", "👍a", "🇻", "\u200d", "👍\u200d", "<b>", "\ud83d", "🏽\u200d🏽"])(
  "%j is not one emoji",
  (text) => {
    expect(asEmoji(text)).toBeNull();
  },
);
