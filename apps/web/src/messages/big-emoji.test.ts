import { expect, test } from "vitest";
import { isBigEmoji } from "./big-emoji.ts";

test("one to three emoji alone are shown large", () => {
  for (const text of ["👋", "👏🎉", "👨‍👩‍👧‍👦 ❤️ 🇻🇳", "👍🏽", "1️⃣"]) expect(isBigEmoji(text)).toBe(true);
});

test("words, digits, bare signs and a row of emoji are not", () => {
  for (const text of ["", " ", "ok 👋", "123", "©", "#", "👋👋👋👋", "👋".repeat(100)])
    expect(isBigEmoji(text)).toBe(false);
});
