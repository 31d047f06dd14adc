import { limits } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { canCopy, canDelete, canEdit } from "./message-rights.ts";

const now = Date.parse("2026-03-03T12:00:00Z");
const written = (ago: number) => ({ senderId: cast.alice.id, kind: "text", text: "Ramen?", deletedAt: null, createdAt: new Date(now - ago).toISOString(), sendState: "sent" as const });

test("Alice edits and deletes her own words, Bob does not", () => {
  expect(canEdit(written(0), cast.alice.id)).toBe(true);
  expect(canEdit(written(0), cast.bob.id)).toBe(false);
  expect(canDelete(written(0), cast.bob.id, now)).toBe(false);
});

test("after two days a message stays for everyone, unless it was never sent", () => {
  expect(canDelete(written(limits.deleteForAllMs + 1), cast.alice.id, now)).toBe(false);
  expect(canDelete({ ...written(limits.deleteForAllMs + 1), sendState: "failed" }, cast.alice.id, now)).toBe(true);
});

test("nothing is done to a tombstone or an event", () => {
  const gone = { ...written(0), deletedAt: written(0).createdAt, text: "" };
  expect([canCopy(gone), canEdit(gone, cast.alice.id), canDelete(gone, cast.alice.id, now)]).toEqual([false, false, false]);
  const event = { ...written(0), kind: "event" };
  expect([canCopy(event), canEdit(event, cast.alice.id), canDelete(event, cast.alice.id, now)]).toEqual([false, false, false]);
});
