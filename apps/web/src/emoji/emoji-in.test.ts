import type { CustomEmoji, FileId, UserId } from "@parley/schema";
import { expect, test } from "vitest";
import { isBigEmoji } from "../messages/big-emoji.ts";
import { emojiByName } from "../sync/view/emoji-by-name.ts";
import { aroundEmoji } from "./around-emoji.ts";
import { findListed, type ListedEmoji } from "./create-emoji-list.ts";
import { emojiIn } from "./emoji-in.ts";
import { asEmojiName, nameTrouble } from "./name-trouble.ts";

const emoji = (name: string, formerNames?: string[]): CustomEmoji => ({
  ...{ name, fileId: name as FileId, makerId: "alice" as UserId },
  ...(formerNames && { formerNames }),
});
const [ramen, parrot] = [emoji("ramen", ["noodles", "parrot"]), emoji("parrot")];
const known = emojiByName({
  own: new Map([ramen, parrot].map((value, i) => [`emoji:${i}`, { kind: "emoji", key: `${i}`, value, rev: 1 }])),
  outbox: [],
});
const written = (text: string) => emojiIn(text, known).map((it) => (typeof it === "string" ? it : it.of));

test.each([
  ["Ramen?", ["Ramen?"]],
  [":ramen:", ["", ramen, ""]],
  ["Soup :ramen::parrot: now", ["Soup ", ramen, "", parrot, " now"]],
  ["12:30:ramen:", ["12:30", ramen, ""]],
  [":nothing:ramen:", [":nothing", ramen, ""]],
  ["an old :noodles:", ["an old ", ramen, ""]],
  [":Ramen: and :ra men:", [":Ramen: and :ra men:"]],
])("A12 %j shows the emoji that have these names, and words for the rest", (text, parts) => {
  expect(written(text)).toEqual(parts);
});

test("A12 what an emoji is called goes before what another was called", () => {
  expect(known.get("parrot")).toEqual(parrot);
});

test("A12 one to three of Parley's own alone are shown large", () => {
  for (const text of [":ramen:", ":ramen: 🎉 :noodles:"]) expect(isBigEmoji(text, known)).toBe(true);
  for (const text of [":nothing:", ":ramen: now", ":ramen:".repeat(4)]) expect(isBigEmoji(text, known)).toBe(false);
});

test("A12 who finds a part of a name is shown the whole emoji", () => {
  const text = "Soup :ramen: now";
  expect(aroundEmoji(text, { from: 6, to: 9 }, known)).toEqual({ from: 5, to: 12 });
  expect(aroundEmoji(text, { from: 0, to: 4 }, known)).toEqual({ from: 0, to: 4 });
});

test("A12 what is typed after a colon finds names by their beginning first", () => {
  const list = ["my-ramen", "ramen_big", "soup"].map((name) => ({ emoji: emoji(name) }) as ListedEmoji);
  expect(findListed(list, "ramen").map((it) => it.emoji.name)).toEqual(["ramen_big", "my-ramen"]);
  expect(findListed(list, "")).toEqual([]);
});

test("A12 an emoji takes no name of another's, and none that stands for one of Unicode's", () => {
  expect(nameTrouble("x", known, [])?.key).toBe("emoji.nameWrong");
  expect(nameTrouble("noodles", known, [])).toEqual({ key: "emoji.nameTaken", emoji: ":noodles:" });
  expect(nameTrouble("noodles", known, [], ramen)).toBeUndefined();
  expect(nameTrouble("rocket", known, [])).toEqual({ key: "emoji.nameIsShortcode", emoji: "🚀" });
  expect(nameTrouble("udon", known, [])).toBeUndefined();
  expect(asEmojiName("Phở Bò!")).toBe("pho_bo_");
});
