import * as v from "valibot";
import { asEmoji } from "./emoji.ts";

export const emojiInput = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform((text) => asEmoji(text) ?? ""),
  v.check((text) => text !== "", "Choose one emoji."),
);
