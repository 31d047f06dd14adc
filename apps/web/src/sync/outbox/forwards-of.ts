import type { Forwarding } from "../types.ts";
import type { CommandInputs } from "./command.ts";

type Send = Omit<CommandInputs["sendMessage"], "messageId">;

/** A send for every message and target, in the order of the messages, with what stands in for it on this device. */
export function* forwardsOf({ messages, targets, isNamed, names }: Forwarding): Iterable<Send> {
  for (const { conversationId, to } of targets) {
    for (const [i, message] of messages.entries()) {
      const { kind, text, content, attachments } = message;
      const author = message.forwarded?.name ?? names[i];
      yield {
        conversationId,
        text: "",
        ...(to && { to }),
        forward: { conversationId: message.conversationId, messageId: message.id, isNamed },
        forwardedAs: {
          kind,
          text,
          ...(content && { content: content.kind === "poll" ? asked(content) : content }),
          ...(attachments && { attachments }),
          ...(isNamed && author && { forwarded: { name: author } }),
        },
      };
    }
  }
}

const asked = ({
  kind,
  questions,
  isAnonymous,
}: Extract<NonNullable<Send["forwardedAs"]>["content"], { kind: "poll" }>) => ({
  kind,
  questions,
  ...(isAnonymous && { isAnonymous }),
});
