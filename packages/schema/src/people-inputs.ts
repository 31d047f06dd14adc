import * as v from "valibot";
import { emojiInput } from "./emoji-inputs.ts";
import { userId } from "./id-inputs.ts";
import { limits } from "./limits.ts";
import { audiences } from "./people.ts";
import { lineInput, textInput } from "./text-inputs.ts";

// What a user keeps about other people, and decides for them: rows of their own.

/** The value of a `contact` row; its key is whose contact it is. Without a name they are called as they call themselves. */
export const contactValue = v.strictObject({
  name: v.optional(lineInput(1, limits.displayNameLength)),
  note: v.optional(textInput(1, limits.contactNoteLength)),
  isFavourite: v.optional(v.literal(true)),
});
export type ContactValue = v.InferOutput<typeof contactValue>;

/** The value of a `request` row, whose key is the stranger who wrote: it waits, or what came up to a seq was deleted. */
export const requestValue = v.variant("state", [
  v.strictObject({ state: v.literal("waiting") }),
  v.strictObject({ state: v.literal("deleted"), upTo: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
]);
export type RequestValue = v.InferOutput<typeof requestValue>;

const exceptions = v.pipe(v.array(userId), v.maxLength(limits.privacyExceptions));

/** The value of a `privacy` row. Who is in `never` may not, whoever else may; who is in `always` may. */
export const privacyValue = v.strictObject({
  who: v.picklist(audiences),
  always: v.optional(exceptions, []),
  never: v.optional(exceptions, []),
});
export type PrivacyValue = v.InferOutput<typeof privacyValue>;

/** What somebody says of themselves for a while. It ends by itself: every read leaves out what is over. */
export const statusInput = v.strictObject({
  emoji: v.nullable(emojiInput),
  text: lineInput(0, limits.statusLength),
  /** When it ends, by the server's clock; null is until it is changed. */
  until: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  /** Do not disturb. */
  isBusy: v.boolean(),
});
export type Status = v.InferOutput<typeof statusInput>;
