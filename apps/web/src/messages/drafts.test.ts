import { limits, type MessageId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { draftOf, draftWords, sameDraft } from "./drafts.ts";

const edited = newId<MessageId>();
const answered = newId<MessageId>();

test("only what is worth keeping is a draft: words, an edit, or an answer begun", () => {
  expect(draftOf({ text: "  " })).toBeNull();
  expect(draftOf({ text: "On my w", editingId: undefined })).toEqual({ text: "On my w" });
  expect(draftOf({ text: "", replyToId: answered })).toEqual({ text: "", replyToId: answered });
  expect(draftOf({ text: "", editingId: edited })).toEqual({ text: "", editingId: edited });
});

test("an edit keeps beside it what was being written before", () => {
  const draft = draftOf({ text: "Ramen!", editingId: edited, aside: { text: "On my w", replyToId: answered } });
  expect(draft).toEqual({ text: "Ramen!", editingId: edited, aside: { text: "On my w", replyToId: answered } });
  expect(draftWords(draft)).toBe("On my w");
  expect(draftWords({ text: "Ramen!", editingId: edited })).toBe("Ramen!");
});

test("a draft is no longer than what can be kept", () => {
  expect(draftOf({ text: "👋".repeat(limits.draftLength + 7) })?.text).toBe("👋".repeat(limits.draftLength));
});

test("drafts are the same by what they hold", () => {
  expect(sameDraft(null, { text: "" })).toBe(true);
  expect(sameDraft({ text: "a", replyToId: undefined }, { text: "a" })).toBe(true);
  expect(sameDraft({ text: "a", replyToId: answered }, { text: "a" })).toBe(false);
});
