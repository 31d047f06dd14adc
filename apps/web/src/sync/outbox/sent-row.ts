import { detailsOf, type MessageRow, publishedContent, type UserId, wordsOf } from "@parley/schema";
import type { CommandInputs } from "./command.ts";

/** The row that the server will make of a send, as far as the device knows it: it stands in until that one comes. */
export function sentRow(
  input: CommandInputs["sendMessage"],
  senderId: UserId,
  given: Pick<MessageRow, "seq" | "createdAt">,
): MessageRow {
  const { content } = input;
  return {
    id: input.messageId,
    conversationId: input.conversationId,
    seq: given.seq,
    rev: 0,
    senderId,
    kind: content?.kind ?? "text",
    text: content ? wordsOf(content) : input.text,
    event: null,
    replyToId: input.replyToId ?? null,
    createdAt: given.createdAt,
    editedAt: null,
    deletedAt: null,
    expiresAt: null,
    ...(input.threadId && { threadId: input.threadId, ...(input.isInTimeline && { isInTimeline: true as const }) }),
    ...detailsOf(input),
    ...input.shown,
    ...(input.attached && { attachments: input.attached }),
    ...(content && { content: publishedContent(content) }),
    ...input.forwardedAs,
  };
}
