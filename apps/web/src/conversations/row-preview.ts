import type { Attachment } from "@parley/schema";
import { draftWords } from "../messages/drafts.ts";
import { kindOf } from "../messages/kinds/kind-line.ts";
import type { ConversationEntry, TimelineMessage } from "../sync/index.ts";

/** What the second line of a row tells; the first that holds wins. */
export type RowPreview =
  | { kind: "typing" }
  | { kind: "failed"; message: TimelineMessage }
  | { kind: "draft"; text: string; attachments?: Attachment[] }
  | { kind: "none" }
  | { kind: "deleted"; message: TimelineMessage }
  | { kind: "event"; message: TimelineMessage }
  | { kind: "text"; message: TimelineMessage }
  | { kind: "unknown"; message: TimelineMessage };

export function previewOf(
  entry: Pick<ConversationEntry, "preview" | "draft">,
  isTyping: boolean,
  isOpen: boolean,
): RowPreview {
  const message = entry.preview;
  if (isTyping) return { kind: "typing" };
  if (message?.sendState === "failed") return { kind: "failed", message };
  // The draft of the open conversation stands in its composer.
  const text = draftWords(entry.draft);
  const attachments = entry.draft?.attachments;
  if ((text || attachments) && !isOpen) return { kind: "draft", text, ...(attachments && { attachments }) };
  if (!message) return { kind: "none" };
  if (message.deletedAt) return { kind: "deleted", message };
  if (message.kind === "event") return { kind: "event", message };
  if (message.kind === "text" || kindOf(message)) return { kind: "text", message };
  return { kind: "unknown", message };
}
