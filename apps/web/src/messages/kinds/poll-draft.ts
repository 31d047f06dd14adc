import { lengthOf, limits, type PollInput } from "@parley/schema";

export type OptionDraft = { id: number; text: string; isRight: boolean };
export type QuestionDraft = {
  id: number;
  text: string;
  options: OptionDraft[];
  isMultiple: boolean;
  isQuiz: boolean;
  explanation: string;
};
/** What is wrong, by what it is wrong with. */
export type Trouble =
  | { at: "question"; id: number; what: "empty" | "tooLong" }
  | { at: "options"; id: number; what: "tooFew" | "same" | "tooLong" | "noRight" };

let last = 0;
export const newOption = (text = ""): OptionDraft => ({ id: ++last, text, isRight: false });
export const newQuestion = (): QuestionDraft => ({
  id: ++last,
  text: "",
  options: [newOption(), newOption()],
  isMultiple: false,
  isQuiz: false,
  explanation: "",
});

const written = ({ options }: QuestionDraft) => options.filter((it) => it.text.trim() !== "");

/** The first thing that keeps each question from being asked. */
export function troublesOf(questions: readonly QuestionDraft[]): Trouble[] {
  return questions.flatMap((question): Trouble[] => {
    const { id } = question;
    const options = written(question);
    const texts = options.map((it) => it.text.trim().replace(/\s+/gu, " "));
    const found: Trouble[] = [];
    if (question.text.trim() === "") found.push({ at: "question", id, what: "empty" });
    else if (lengthOf(question.text.trim()) > limits.pollQuestionLength)
      found.push({ at: "question", id, what: "tooLong" });
    if (options.length < 2) found.push({ at: "options", id, what: "tooFew" });
    else if (new Set(texts).size < texts.length) found.push({ at: "options", id, what: "same" });
    else if (texts.some((it) => lengthOf(it) > limits.pollOptionLength))
      found.push({ at: "options", id, what: "tooLong" });
    else if (question.isQuiz && !options.some((it) => it.isRight)) found.push({ at: "options", id, what: "noRight" });
    return found;
  });
}

/** The poll as it is sent; lines left empty are not answers. */
export function pollOf(
  questions: readonly QuestionDraft[],
  { isAnonymous, closesAt }: { isAnonymous: boolean; closesAt: string | undefined },
): PollInput {
  return {
    kind: "poll",
    questions: questions.map((question) => {
      const options = written(question);
      const right = options.flatMap((it, i) => (it.isRight ? [i] : []));
      const explanation = question.explanation.trim();
      return {
        text: question.text.trim().replace(/\s+/gu, " "),
        options: options.map((it) => it.text.trim().replace(/\s+/gu, " ")),
        ...(question.isMultiple && { isMultiple: true as const }),
        ...(question.isQuiz && { right, ...(explanation && { explanation }) }),
      };
    }),
    ...(isAnonymous && { isAnonymous: true as const }),
    ...(closesAt && { closesAt }),
  };
}

/** The list with one of its items moved by one place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(Math.max(0, at + by), 0, item);
  return next;
}
