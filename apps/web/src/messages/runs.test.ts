import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { dayOf } from "./days.ts";
import { isSameRun } from "./runs.ts";

const noon = new Date(2026, 2, 3, 12, 0);
const at = (minutes: number, from = noon) => new Date(from.getTime() + minutes * 60_000).toISOString();
const wrote = (minutes: number, senderId = cast.alice.id, kind = "text") => ({
  senderId,
  kind,
  createdAt: at(minutes),
});

test("what Alice writes within five minutes is one run", () => {
  expect(isSameRun(wrote(0), wrote(5))).toBe(true);
  expect(isSameRun(wrote(0), wrote(5.1))).toBe(false);
});

test("Bob, an event, and nothing at all end a run", () => {
  expect(isSameRun(wrote(0), wrote(1, cast.bob.id))).toBe(false);
  expect(isSameRun(wrote(0), wrote(1, cast.alice.id, "event"))).toBe(false);
  expect(isSameRun(undefined, wrote(0))).toBe(false);
});

test("midnight ends a run, by the reader's own calendar", () => {
  const late = new Date(2026, 2, 3, 23, 59);
  const before = { senderId: cast.alice.id, kind: "text", createdAt: at(0, late) };
  const after = { senderId: cast.alice.id, kind: "text", createdAt: at(2, late) };
  expect(dayOf(before.createdAt)).not.toBe(dayOf(after.createdAt));
  expect(isSameRun(before, after)).toBe(false);
});

test("a message of a device whose clock is behind still joins its run", () => {
  expect(isSameRun(wrote(1), wrote(0))).toBe(true);
});
