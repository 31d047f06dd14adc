import { expect, test } from "vitest";
import { type ConversationId, isArchived, isInFolder, isMuted, levelNow } from "./index.ts";

const now = Date.parse("2026-11-21T09:41:00.000Z");
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const lunch = "018f0000-0000-7000-8000-000000000c01" as ConversationId;
const news = "018f0000-0000-7000-8000-000000000c02" as ConversationId;

test("a conversation is muted until its time, or until that is changed", () => {
  expect(isMuted({}, now)).toBe(false);
  expect(isMuted({ mute: at(60) }, now)).toBe(true);
  expect(isMuted({ mute: at(60) }, now + 3_600_000)).toBe(false);
  expect(isMuted({ mute: "changed" }, now + 1e12)).toBe(true);
});

test("of a muted conversation mentions still notify, unless nothing was to", () => {
  expect(levelNow({}, now)).toBe("all");
  expect(levelNow({ mute: at(60) }, now)).toBe("mentions");
  expect(levelNow({ mute: at(-1) }, now)).toBe("all");
  expect(levelNow({ mute: at(60), level: "nothing" }, now)).toBe("nothing");
  expect(levelNow({ level: "mentions" }, now)).toBe("mentions");
});

test("what was archived comes back with a new message", () => {
  expect(isArchived({}, { lastSeq: 7, lastAt: at(0) }, now)).toBe(false);
  expect(isArchived({ archive: 7 }, { lastSeq: 7, lastAt: at(-5) }, now)).toBe(true);
  expect(isArchived({ archive: 7 }, { lastSeq: 8, lastAt: at(0) }, now)).toBe(false);
});

test("what was archived stays there while it is quiet", () => {
  const it = { lastSeq: 8, lastAt: at(0) };
  expect(isArchived({ archive: 7, mute: "changed" }, it, now)).toBe(true);
  expect(isArchived({ archive: 7, mute: at(60) }, it, now)).toBe(true);
  expect(isArchived({ archive: 7, level: "nothing" }, it, now)).toBe(true);
});

test("a message that came while it was muted does not bring it back once it no longer is", () => {
  const archived = { archive: 7, mute: at(60) };
  const later = now + 2 * 3_600_000;
  expect(isArchived(archived, { lastSeq: 8, lastAt: at(30) }, later)).toBe(true);
  expect(isArchived(archived, { lastSeq: 9, lastAt: at(90) }, later)).toBe(false);
});

const it = { id: lunch, kind: "group", isUnread: false } as const;

test("a folder shows conversations of its kinds, and those that were chosen", () => {
  expect(isInFolder({ rules: ["groups"], chosen: [] }, it)).toBe(true);
  expect(isInFolder({ rules: ["people", "channels"], chosen: [] }, it)).toBe(false);
  expect(isInFolder({ rules: ["people"], chosen: [lunch] }, it)).toBe(true);
  expect(isInFolder({ rules: ["people"], chosen: [news] }, { ...it, kind: "direct" })).toBe(true);
  expect(isInFolder({ rules: [], chosen: [news] }, { ...it, id: news, kind: "saved" })).toBe(true);
  expect(isInFolder({ rules: ["people", "groups", "channels"], chosen: [] }, { ...it, kind: "saved" })).toBe(false);
  expect(isInFolder({ rules: [], chosen: [] }, it)).toBe(false);
});

test("a folder of what is unread leaves out the rest", () => {
  expect(isInFolder({ rules: ["groups", "unread"], chosen: [] }, it)).toBe(false);
  expect(isInFolder({ rules: ["groups", "unread"], chosen: [] }, { ...it, isUnread: true })).toBe(true);
  expect(isInFolder({ rules: ["people", "unread"], chosen: [] }, { ...it, isUnread: true })).toBe(false);
  expect(isInFolder({ rules: ["unread"], chosen: [] }, { ...it, isUnread: true })).toBe(true);
  expect(isInFolder({ rules: ["unread"], chosen: [lunch] }, it)).toBe(false);
  expect(isInFolder({ rules: ["unread"], chosen: [news] }, { ...it, isUnread: true })).toBe(false);
});
