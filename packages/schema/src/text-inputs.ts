import * as v from "valibot";
import { cleanText, lengthOf, normaliseText } from "./text.ts";

/** One or more lines of text, normalised and trimmed, between `min` and `max` code points. */
export function textInput(min: number, max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max * 4, `Use at most ${max} characters.`),
    v.transform((text) => normaliseText(text).trim()),
    v.check((text) => lengthOf(text) >= min, min === 1 ? "Write something first." : `Use at least ${min} characters.`),
    v.check((text) => lengthOf(text) <= max, `Use at most ${max} characters.`),
  );
}

/** A single line: as `textInput`, with line breaks and runs of spaces folded into one space. */
export function lineInput(min: number, max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max * 4, `Use at most ${max} characters.`),
    v.transform((text) => normaliseText(text).replace(/\s+/gu, " ").trim()),
    v.check((text) => lengthOf(text) >= min, min === 1 ? "Write something first." : `Use at least ${min} characters.`),
    v.check((text) => lengthOf(text) <= max, `Use at most ${max} characters.`),
  );
}

/** Text that is kept as it is, such as a program: only line ends are made alike, and what nobody can see goes. */
export function verbatimInput(maxBytes: number) {
  return v.pipe(
    v.string(),
    v.maxLength(maxBytes, "This is too long."),
    v.transform(cleanText),
    v.check((text) => text.trim() !== "", "Write something first."),
    v.check((text) => new TextEncoder().encode(text).length <= maxBytes, "This is too long."),
  );
}
