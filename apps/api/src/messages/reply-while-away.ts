import { awayReplyId } from "@parley/schema";
import type { App } from "../context.ts";
import type { Absent, Send } from "./send-batch.ts";

/**
 * The reply somebody left for while they are away. Its id is made of the absence and of who wrote, so each hears it
 * once in one absence, however much they write and however many processes answer.
 */
export async function replyWhileAway({ sends }: Pick<App, "sends">, to: Send, absent: Absent): Promise<void> {
  await sends.send({
    conversationId: to.conversationId,
    messageId: await awayReplyId(absent.id, to.senderId),
    senderId: absent.userId,
    kind: "text",
    text: absent.text,
    details: { automatic: "reply" },
    threadId: null,
    isInTimeline: true,
    replyToId: null,
  });
}
