import { limits } from "@parley/schema";
import type { Draft } from "../sync/index.ts";

/** What stands in the composer as a draft; null when there is nothing worth keeping. */
export function draftOf({ text, editingId, replyToId, aside }: Draft): Draft | null {
  if (!text.trim() && !editingId && !replyToId && !aside) return null;
  return {
    text: clipped(text),
    ...(editingId && { editingId }),
    ...(replyToId && { replyToId }),
    ...(aside && { aside: { ...aside, text: clipped(aside.text) } }),
  };
}

export function sameDraft(one: Draft | null, other: Draft | null): boolean {
  return JSON.stringify(one && draftOf(one)) === JSON.stringify(other && draftOf(other));
}

/** The words that a list shows of a draft: of an edit, those that were pushed aside by it. */
export function draftWords(draft: Draft | null): string {
  return (draft?.aside?.text ?? draft?.text ?? "").trim();
}

const clipped = (text: string) => [...text.slice(0, limits.draftLength * 2)].slice(0, limits.draftLength).join("");
