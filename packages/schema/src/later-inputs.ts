import * as v from "valibot";
import { draftFile } from "./attachment-inputs.ts";
import { errorCodes } from "./errors.ts";
import { conversationId, messageId, userId } from "./id-inputs.ts";
import { limits } from "./limits.ts";
import { expirySeconds } from "./settings-inputs.ts";
import { textInput } from "./text-inputs.ts";

/** UTC with milliseconds, so that the order of the texts is the order in time. */
export const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => !Number.isNaN(Date.parse(text)), "This is not a time."),
  v.transform((text) => new Date(text).toISOString()),
);

/** A file that is to go with it; a client that shows nothing of it meanwhile need not say what it is. */
const waitingFile = v.partial(draftFile, ["kind", "mime", "size"]);

/** A message that is to be sent at a time; the row's key is the id it will have. */
export const scheduledMessage = v.strictObject({
  conversationId,
  text: textInput(0, limits.messageLength),
  attachments: v.optional(v.pipe(v.array(waitingFile), v.minLength(1), v.maxLength(limits.attachmentsEach))),
  to: v.optional(userId),
  replyToId: v.optional(messageId),
  threadId: v.optional(messageId),
  isInTimeline: v.optional(v.literal(true)),
  isSilent: v.optional(v.literal(true)),
  expiresAfter: v.optional(expirySeconds),
  expiryStarts: v.optional(v.literal("read")),
  sendAt: instant,
  /** Why it was not taken when its time came; set by the server. */
  failure: v.optional(v.picklist(errorCodes)),
});
export type ScheduledMessage = v.InferOutput<typeof scheduledMessage>;

/** What people are told who write to somebody who is away: once to each, in one absence (`id`). */
export const awayReply = v.strictObject({
  id: messageId,
  text: textInput(1, limits.awayReplyLength),
  from: v.optional(v.nullable(instant), null),
  until: v.optional(v.nullable(instant), null),
});
export type AwayReply = v.InferOutput<typeof awayReply>;
