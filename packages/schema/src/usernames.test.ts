import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldUsername } from "./fold-username.ts";
import { usernameKey, usernameProblem } from "./usernames.ts";

describe("a username that people may have", () => {
  test.each([
    "alice",
    "Alice",
    "nguyễn.lan",
    "elin_sørensen",
    "نور.حداد",
    "佐藤美咲",
    "みさき123",
    "김민준",
    "प्रिया",
    "ольга",
    "jean-luc",
    "สมชาย",
  ])("%s", (name) => expect(usernameProblem(name)).toBeNull());
});

describe("a username that nobody may have", () => {
  test.each([
    ["two letters", "ab"],
    ["33 letters", "a".repeat(33)],
    ["only digits", "12345"],
    ["a space inside", "al ice"],
    ["a dot at the end", "alice."],
    ["two dots in a row", "al..ice"],
    ["Latin with a Cyrillic letter", "pаypal"],
    ["Greek with Latin", "αlice"],
    ["Arabic with Hebrew", "نورשלום"],
    ["an emoji", "alice😀"],
    ["a zero-width joiner", "al\u200Dice"],
    ["a mark with nothing under it", "\u0301alice"],
    ["an accent after a dot", "al.\u0301ice"],
    ["right-to-left override", "alice\u202Egnp"],
  ])("%s", (_, name) => expect(usernameProblem(name)).toBe("username_invalid"));

  test.each([
    "admin",
    "Parley",
    "аdmіn".replace(/[аі]/g, (it) => (it === "а" ? "a" : "i")),
    "supp0rt",
    "ádmin",
    "no.reply",
  ])("%s, which is reserved", (name) => expect(usernameProblem(name)).toBe("username_taken"));
});

describe("names that look alike have one key", () => {
  test.each([
    ["alice", "ALICE"],
    ["alice", "a1ice"],
    ["bob", "b0b"],
    ["jose", "josé"],
    ["coco", "сосо"],
    ["modern", "modem"],
    ["anna.lee", "anna_lee"],
    ["elin_sorensen", "elin_sørensen"],
    ["ｗｉｄｅ", "wide"],
    ["straße", "STRASSE"],
    ["ﬁona", "fiona"],
    ["نُور", "نور"],
  ])("%s and %s", (one, other) => expect(usernameKey(one)).toBe(usernameKey(other)));

  test.each([
    ["alice", "alicia"],
    ["ian", "lan"],
    ["प्रिया", "प्रीया"],
    ["annlee", "ann_lee"],
  ])("but not %s and %s", (one, other) => expect(usernameKey(one)).not.toBe(usernameKey(other)));
});

test("folding and keys are settled: doing it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (name) => {
      expect(foldUsername(foldUsername(name))).toBe(foldUsername(name));
      expect(usernameKey(foldUsername(name))).toBe(usernameKey(name));
    }),
  );
});
