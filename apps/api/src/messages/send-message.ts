import { AppError, detailsOf, type inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { createDirect } from "../conversations/create-direct.ts";
import { notAllowed, notFound } from "../errors.ts";
import { tellPlayable } from "../files/films/tell-playable.ts";
import { linkOf } from "../links/preview-link.ts";
import { acceptRequest } from "../people/requests.ts";
import { fileUnfinished, type Sending } from "./attachments-in.ts";
import type { Send, Sent } from "./send-batch.ts";
import { writtenIn } from "./written-in.ts";

export type SendMessage = InferOutput<typeof inputs.sendMessage>;

/** Sends a message; the same id again is answered as the first time. With `to`, a direct conversation begins with it. */
export async function sendMessage(
  ctx: Sending & Pick<SignedIn, "sends" | "later" | "publish" | "heads" | "turns">,
  input: SendMessage,
  automatic?: "scheduled",
): Promise<{ seq: number; rev: number; createdAt: string }> {
  const { conversationId, messageId, replyToId = null, threadId = null, isInTimeline, to } = input;
  const written = await writtenIn(ctx, input);
  const send: Send = {
    conversationId,
    messageId,
    senderId: ctx.userId,
    ...written,
    details: { ...detailsOf(input), ...written.details, ...(automatic && { automatic }) },
    threadId,
    isInTimeline: isInTimeline ?? false,
    replyToId,
  };

  let sent = await ctx.sends.send(send);
  if (sent.outcome === "not_found" && to) {
    await createDirect(ctx, conversationId, to);
    sent = await ctx.sends.send(send);
  }
  const hasLink = linkOf({ ...send, deleted_at: null }) !== null;
  if (sent.outcome === "sent" && hasLink) ctx.later(ctx.jobs.add("preview-link", { conversationId, messageId }));
  // It may have been made between our looking and our sending.
  const made = written.details.attachments?.filter((it) => it.playable === "making") ?? [];
  if (sent.outcome === "sent") for (const { fileId } of made) ctx.later(tellPlayable(ctx, fileId));
  if (sent.outcome === "sent" && to) await acceptRequest(ctx, to);
  return acknowledge(sent);
}

function acknowledge(sent: Sent) {
  switch (sent.outcome) {
    case "sent":
    case "repeated":
      return { seq: sent.seq, rev: sent.rev, createdAt: sent.createdAt };
    case "not_found":
      throw notFound();
    case "no_thread":
      throw new AppError("gone", "thread_gone", "The message that this answers is not there any more.");
    case "no_file":
      throw fileUnfinished();
    case "blocked":
      throw notAllowed("You cannot send messages here.");
    case "not_allowed":
      throw notAllowed("Your role here does not allow you to write.");
    case "too_soon":
      throw new AppError("rate_limited", "slow_mode", `Slow mode is on here. Write again in ${sent.wait} seconds.`, {
        retryAfter: sent.wait,
      });
    case "taken_back":
      throw new AppError("gone", "message_deleted", "This message was deleted.");
    case "taken":
      throw new AppError("conflict", "bad_input", "This message id is taken.");
    default:
      return sent satisfies never;
  }
}
