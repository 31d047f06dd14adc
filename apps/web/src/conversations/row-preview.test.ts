import { expect, test } from "vitest";
import type { TimelineMessage } from "../sync/index.ts";
import { previewOf } from "./row-preview.ts";

const message = (fields: Partial<TimelineMessage>) =>
  ({ kind: "text", text: "Ramen?", deletedAt: null, sendState: "sent", ...fields }) as TimelineMessage;
const draft = { text: "On my w" };
const kindOf = (preview: TimelineMessage | null, isTyping = false, isOpen = false, withDraft = false) =>
  previewOf({ preview, draft: withDraft ? draft : null }, isTyping, isOpen).kind;

test("who is typing now comes before everything else", () => {
  expect(kindOf(message({ sendState: "failed" }), true)).toBe("typing");
});

test("what was refused comes before a draft, a draft before what was said", () => {
  expect(kindOf(message({ sendState: "failed" }), false, false, true)).toBe("failed");
  expect(kindOf(message({}), false, false, true)).toBe("draft");
});

test("the draft of the open conversation is in its composer, not in its row", () => {
  expect(kindOf(message({}), false, true, true)).toBe("text");
});

test("a tombstone, an event, and a kind from a newer Parley are told apart", () => {
  expect(kindOf(message({ deletedAt: "2026-03-03T12:00:00Z" }))).toBe("deleted");
  expect(kindOf(message({ kind: "event" }))).toBe("event");
  expect(kindOf(message({ kind: "poll" }))).toBe("unknown");
  expect(kindOf(null)).toBe("none");
});
