import { expect, test } from "vitest";
import { filterConversations } from "./filter-conversations.ts";

const list = [
  { title: "Ferry terminal team", kind: "group" as const, unread: 3 },
  { title: "Đặng Thị Hoa", kind: "direct" as const, unread: 0 },
  { title: "Leïla Benali", kind: "direct" as const, unread: 1 },
  { title: "", kind: "saved" as const, unread: 0 },
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
  expect(titles("unread", "")).toEqual(["Ferry terminal team", "Leïla Benali"]);
  expect(titles("groups", "")).toEqual(["Ferry terminal team"]);
  expect(titles("groups", "leila")).toEqual([]);
});
