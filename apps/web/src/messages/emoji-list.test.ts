// @vitest-environment node
import { readFileSync } from "node:fs";
import { asEmoji } from "@parley/schema";
import { expect, test } from "vitest";
import { findShortcodes } from "../formatting/shortcodes.ts";
import { emojiGroups, findEmoji, readEmoji } from "./emoji-list.ts";
import { withWords } from "./emoji-words.ts";
import { inTone, skinTones } from "./skin-tone.ts";

const groups = readEmoji(readFileSync(new URL("./emoji.txt", import.meta.url), "utf8"));
const all = groups.flatMap((group) => group.emoji);
const found = (query: string) => findEmoji(groups, query).map((it) => it.emoji);

test("the picker has every group, each emoji once, and none that the server would refuse", () => {
  expect(groups.map((group) => group.name)).toEqual(emojiGroups);
  expect(new Set(all.map((it) => it.emoji)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(1_800);
  expect(all.filter((it) => asEmoji(it.emoji) !== it.emoji)).toEqual([]);
});

test("whatever has skin tones is one emoji in each of them", () => {
  const toned = all.filter((it) => it.hasTones).flatMap((it) => skinTones.map((tone) => inTone(it.emoji, tone)));
  expect(toned.filter((emoji) => asEmoji(emoji) !== emoji)).toEqual([]);
  expect(inTone("👍", "🏽")).toBe("👍🏽");
});

test("an emoji is found by its name, the start of it, what people call it, and itself", () => {
  expect(found("thumbs up")[0]).toBe("👍");
  expect(found("thu")).toContain("👍");
  expect(found("lol")).toContain("😂");
  expect(found("ramen")).toContain("🍜");
  expect(found("🎉")).toEqual(["🎉"]);
  expect(found("qwxz")).toEqual([]);
  expect(found("  ")).toEqual([]);
});

test.each([
  ["vi", { mèo: "🐈", meo: "🐈", "cong an": "👮‍♀️", "sinh nhật": "🎂", "việt nam": "🇻🇳" }],
  ["ar", { قطة: "🐈", شرطي: "👮‍♀️", عيد: "🎂", المغرب: "🇲🇦" }],
] as const)("an emoji is found by the words of %s too, and by the English ones", (language, words) => {
  const lines = readFileSync(new URL(`../i18n/${language}/emoji.txt`, import.meta.url), "utf8");
  const known = withWords(groups, lines, language);
  for (const [word, emoji] of Object.entries(words))
    expect(
      findEmoji(known, word).map((it) => it.emoji),
      word,
    ).toContain(emoji);
  expect(findEmoji(known, "thumbs up")[0]?.emoji).toBe("👍");
  // Typed between colons, where a line stands for a space.
  for (const [word, emoji] of Object.entries(words))
    expect(
      findShortcodes(word.replaceAll(" ", "_"), known, 40).map((it) => it.emoji),
      word,
    ).toContain(emoji);
  expect(findShortcodes("tad", known)[0]).toEqual({ emoji: "🎉", name: "tada" });
});
