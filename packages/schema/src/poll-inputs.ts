import * as v from "valibot";
import { limits } from "./limits.ts";
import { lineInput, textInput } from "./text-inputs.ts";

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.pollOptions - 1));
const places = v.pipe(
  v.array(place),
  v.maxLength(limits.pollOptions),
  v.transform((all) => [...new Set(all)].sort((a, b) => a - b)),
);

/** A moment, written in any zone, kept in UTC. */
const timeInput = v.pipe(
  v.string(),
  v.isoTimestamp("This is not a time."),
  v.check((text) => Number.isFinite(Date.parse(text)), "This is not a time."),
  v.transform((text) => new Date(text).toISOString()),
);

/** For each question the places of the options chosen, in order; an empty list when nobody has voted. */
export const voteChoices = v.pipe(v.array(places), v.maxLength(limits.pollQuestions));
export type Choices = v.InferOutput<typeof voteChoices>;

const question = v.pipe(
  v.strictObject({
    text: lineInput(1, limits.pollQuestionLength),
    options: v.pipe(
      v.array(lineInput(1, limits.pollOptionLength)),
      v.minLength(2, "A question needs two answers to choose from."),
      v.maxLength(limits.pollOptions),
      v.check((all) => new Set(all).size === all.length, "Two of the answers are the same."),
    ),
    /** More than one may be chosen. */
    isMultiple: v.optional(v.literal(true)),
    /** Makes it a quiz: what is right. */
    right: v.optional(v.pipe(places, v.minLength(1))),
    explanation: v.optional(textInput(0, limits.pollExplanationLength)),
  }),
  v.check((it) => (it.right ?? []).every((at) => at < it.options.length), "The right answer is not among the answers."),
  v.check((it) => it.isMultiple === true || (it.right ?? []).length < 2, "Only one answer can be right here."),
);

/** A poll as its author gives it; of a quiz with the right answers, which nobody is sent before they have voted. */
export const pollInput = v.strictObject({
  kind: v.literal("poll"),
  questions: v.pipe(v.array(question), v.minLength(1), v.maxLength(limits.pollQuestions)),
  isAnonymous: v.optional(v.literal(true)),
  closesAt: v.optional(timeInput),
});
export type PollInput = v.InferOutput<typeof pollInput>;
