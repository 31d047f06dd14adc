import * as v from "valibot";
import { limits } from "./limits.ts";
import { lineInput } from "./text-inputs.ts";

/** The tags of a saved message, and its place among the saved ones. */
export const savedTags = v.strictObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  tags: v.pipe(
    v.array(lineInput(1, limits.tagLength)),
    v.minLength(1),
    v.maxLength(limits.tagsEach),
    v.transform((all) => [...new Set(all)]),
  ),
});
export type SavedTags = v.InferOutput<typeof savedTags>;
