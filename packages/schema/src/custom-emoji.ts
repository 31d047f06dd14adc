import * as v from "valibot";
import { asEmoji } from "./emoji.ts";
import { fileId, userId } from "./id-inputs.ts";
import { limits } from "./limits.ts";

/** What an emoji of Parley's own is called, without its colons. */
export const emojiName = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9_-]{0,30}[a-z0-9]$/,
    "A name has 2 to 32 letters from a to z, digits, - and _, and begins and ends with a letter or a digit.",
  ),
);

/** The value of an `emoji` row, whose key is the emoji's id: a picture that everybody here can write by its name. */
export const customEmoji = v.strictObject({
  name: emojiName,
  /** What it was called before: words that were written with it still show it. The server keeps this itself. */
  formerNames: v.optional(v.pipe(v.array(emojiName), v.maxLength(limits.formerNames))),
  fileId,
  /** Who made it, and alone can change it. */
  makerId: userId,
  isAnimated: v.optional(v.literal(true)),
});
export type CustomEmoji = v.InferOutput<typeof customEmoji>;

/** What somebody puts on a message: an emoji, or the `:name:` of one of Parley's own. */
export const reactionInput = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform((text) => (emojiNameIn(text) ? text : (asEmoji(text) ?? ""))),
  v.check((text) => text !== "", "Choose one emoji."),
);

/** The name in a `:name:` that stands alone. */
export function emojiNameIn(text: string): string | undefined {
  const name = /^:(.+):$/.exec(text)?.[1];
  return v.is(emojiName, name) ? name : undefined;
}
