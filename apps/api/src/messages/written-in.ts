import { AppError, answersOf, type ContentInput, noCounts, publishedContent, wordsOf } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { listPeople } from "../people/list-people.ts";
import { attachmentsIn, type Sending } from "./attachments-in.ts";
import { forwardedIn } from "./forwarded-in.ts";
import { listMentions } from "./list-mentions.ts";
import type { Send } from "./send-batch.ts";
import type { SendMessage } from "./send-message.ts";

export type Written = Pick<Send, "kind" | "text" | "details" | "poll">;

/** What a send says: words, what a message of another kind holds, with the words that stand for it, or what another said. */
export async function writtenIn(ctx: Sending, input: SendMessage): Promise<Written> {
  const { conversationId, text, content, forward, attachments } = input;
  if ([text || attachments, content, forward].filter(Boolean).length > 1)
    throw new AppError("bad_input", "bad_input", "A message has words, holds something or passes something on.");
  if (forward) return forwardedIn(ctx, { ...input, forward });
  if (!content) {
    if (!text && !attachments) throw new AppError("bad_input", "message_empty", "Write something first.");
    const mentions = await listMentions(ctx.db, { userId: ctx.userId, conversationId }, text);
    const held = attachments && { attachments: await attachmentsIn(ctx, input.messageId, attachments) };
    return { kind: "text", text, details: { ...mentions, ...held } };
  }
  const given = content.kind === "contact" ? await asKnown(ctx, content) : content;
  return {
    kind: given.kind,
    text: wordsOf(given),
    details: { content: publishedContent(given) },
    ...(given.kind === "poll" && {
      poll: { answers: answersOf(given), counts: noCounts(given), closesAt: given.closesAt ?? null },
    }),
  };
}

/** Somebody on Parley goes by the name they have here, whoever passes their card on. */
async function asKnown({ db }: Pick<SignedIn, "db">, content: Extract<ContentInput, { kind: "contact" }>) {
  if (!content.userId) return content;
  const [person] = await listPeople(db, [content.userId]);
  if (!person || person.isDeleted) throw notFound();
  return { ...content, name: person.displayName };
}
