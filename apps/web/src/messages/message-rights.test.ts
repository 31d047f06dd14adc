import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { canCopy, canDelete, canEdit } from "./message-rights.ts";

const now = Date.parse("2026-03-03T12:00:00Z");
const written = (ago: number) => ({
  senderId: cast.alice.id,
  kind: "text",
  text: "Ramen?",
  deletedAt: null,
  createdAt: new Date(now - ago).toISOString(),
  sendState: "sent" as const,
});
const asAlice = { me: cast.alice.id, now, isSaved: false, roleInGroup: "member" as const, hours: 48 };
const asBob = { ...asAlice, me: cast.bob.id };
const asDana = { ...asAlice, me: cast.dana.id, roleInGroup: "admin" as const };

test("Alice edits and deletes her own words, Bob does not", () => {
  expect(canEdit(written(0), cast.alice.id)).toBe(true);
  expect(canEdit(written(0), cast.bob.id)).toBe(false);
  expect(canDelete(written(0), asBob)).toBe(false);
  expect(canDelete(written(0), asAlice)).toBe(true);
});

test("after two days a message stays for everyone, unless it was never sent", () => {
  expect(canDelete(written(48 * 3_600_000 + 1), asAlice)).toBe(false);
  expect(canDelete({ ...written(48 * 3_600_000 + 1), sendState: "failed" }, asAlice)).toBe(true);
});

test("Dana, who keeps order in the group, deletes what others wrote, however old", () => {
  expect(canDelete(written(48 * 3_600_000 * 10), asDana)).toBe(true);
  expect(canEdit(written(0), cast.dana.id)).toBe(false);
});

test("one's own notes can always be deleted", () => {
  expect(canDelete(written(48 * 3_600_000 * 10), { ...asAlice, isSaved: true, roleInGroup: undefined })).toBe(true);
});

test("nothing is done to a tombstone or an event", () => {
  const gone = { ...written(0), deletedAt: written(0).createdAt, text: "" };
  expect([canCopy(gone), canEdit(gone, cast.alice.id), canDelete(gone, asDana)]).toEqual([false, false, false]);
  const event = { ...written(0), kind: "event" };
  expect([canCopy(event), canEdit(event, cast.alice.id), canDelete(event, asDana)]).toEqual([false, false, false]);
});
