import { limits } from "@parley/schema";
import type { Draft } from "../sync/index.ts";

/** What stands in the composer as a draft; null when there is nothing worth keeping. */
export function draftOf({ text, attachments, editingId, replyToId, aside }: Draft): Draft | null {
  if (!text.trim() && !attachments?.length && !editingId && !replyToId && !aside) return null;
  return {
    text: clipped(text),
    ...(attachments?.length && { attachments: attachments.slice(0, limits.draftFiles) }),
    ...(editingId && { editingId }),
    ...(replyToId && { replyToId }),
    ...(aside && { aside: { ...aside, text: clipped(aside.text) } }),
  };
}

export function sameDraft(one: Draft | null, other: Draft | null): boolean {
  return shapeOf(one) === shapeOf(other);
}

/** Of a file that is ready nothing changes but its words; and who keeps it may have put the rest in another order. */
function shapeOf(draft: Draft | null): string {
  const { attachments = [], ...words } = (draft && draftOf(draft)) ?? {};
  return JSON.stringify([words, attachments.map(({ fileId, alt = "" }) => [fileId, alt])]);
}

/** The words that a list shows of a draft: of an edit, those that were pushed aside by it. */
export function draftWords(draft: Draft | null): string {
  return (draft?.aside?.text ?? draft?.text ?? "").trim();
}

const clipped = (text: string) => [...text.slice(0, limits.draftLength * 2)].slice(0, limits.draftLength).join("");
