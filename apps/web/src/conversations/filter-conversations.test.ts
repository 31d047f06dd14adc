import { type ConversationId, type ConversationKind, type FolderId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { filterConversations } from "./filter-conversations.ts";

const entry = (title: string, kind: ConversationKind, unread: number, isMarkedUnread = false) => ({
  id: newId<ConversationId>(),
  title,
  kind,
  unread,
  isMarkedUnread,
});
const list = [
  entry("Ferry terminal team", "group", 3),
  entry("Đặng Thị Hoa", "direct", 0),
  entry("Leïla Benali", "direct", 1),
  entry("", "saved", 0),
  entry("Trail runners", "group", 0, true),
];
const titles = (...[filter, query]: [Parameters<typeof filterConversations>[1], string]) =>
  filterConversations(list, filter, query, "Saved messages").map((entry) => entry.title);

test("Alice finds people without typing their accents", () => {
  expect(titles("all", "dang hoa")).toEqual(["Đặng Thị Hoa"]);
  expect(titles("all", "LEILA")).toEqual(["Leïla Benali"]);
});

test("saved messages are found by the name they are shown under", () => {
  expect(titles("all", "saved")).toEqual([""]);
});

test("filters leave what is unread, or groups, and combine with the letters", () => {
  expect(titles("unread", "")).toEqual(["Ferry terminal team", "Leïla Benali", "Trail runners"]);
  expect(titles("groups", "")).toEqual(["Ferry terminal team", "Trail runners"]);
  expect(titles("groups", "leila")).toEqual([]);
});

test("a folder leaves what its rules name and what was chosen, in the order of the list", () => {
  const folder = { id: newId<FolderId>(), name: "Work", place: 0 };
  expect(titles({ ...folder, rules: ["groups"], chosen: [list[1]!.id] }, "")).toEqual([
    "Ferry terminal team",
    "Đặng Thị Hoa",
    "Trail runners",
  ]);
  expect(titles({ ...folder, rules: ["people", "unread"], chosen: [] }, "")).toEqual(["Leïla Benali"]);
});
