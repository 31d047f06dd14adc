import type { MessageId } from "@parley/schema";
import { expect, test } from "vitest";
import { noRows, rowsOf } from "./timeline-rows.ts";

const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ id: `m${from + i}` as MessageId }));

test("while there is more above, the oldest message held is only looked back at", () => {
  const rows = rowsOf(messages(10, 12), true, noRows);
  expect(rows.ids).toEqual(["m11", "m12"]);
  expect(rows.places.get("m11" as MessageId)).toBe(1);
  expect(rowsOf(messages(10, 12), false, noRows).ids).toEqual(["m10", "m11", "m12"]);
});

test("a page put in front keeps the reader's place from the end", () => {
  const before = rowsOf(messages(61, 120), true, noRows);
  const after = rowsOf(messages(1, 120), true, before);
  expect(after.isShift).toBe(true);
  expect(after.part).toBe(before.part);
});

test("the last page, which shows the first message too, is put in front as well", () => {
  expect(rowsOf(messages(1, 120), false, rowsOf(messages(61, 120), true, noRows)).isShift).toBe(true);
});

test("rows taken away at the start count as a shift, new ones at the foot do not", () => {
  const before = rowsOf(messages(1, 100), true, noRows);
  expect(rowsOf(messages(21, 100), true, before).isShift).toBe(true);
  expect(rowsOf(messages(1, 101), true, before).isShift).toBe(false);
});

test("a jump elsewhere in the history is another part", () => {
  const before = rowsOf(messages(900, 960), true, noRows);
  expect(rowsOf(messages(100, 160), true, before).part).toBe(before.part + 1);
});

test("an edit changes no rows", () => {
  const before = rowsOf(messages(1, 100), true, noRows);
  expect(rowsOf(messages(1, 100), true, before).ids).toBe(before.ids);
});
