import { expect, test } from "vitest";
import { moved, newQuestion, pollOf, type QuestionDraft, troublesOf } from "./poll-draft.ts";

const asked = (change: Partial<QuestionDraft> = {}, ...texts: string[]): QuestionDraft => ({
  ...newQuestion(),
  text: " Which  noodle? ",
  options: texts.map((text, id) => ({ id, text, isRight: id === 1 })),
  ...change,
});
const whats = (question: QuestionDraft) => troublesOf([question]).map((it) => `${it.at} ${it.what}`);

test("what keeps a question from being asked is said", () => {
  expect(whats(newQuestion())).toEqual(["question empty", "options tooFew"]);
  expect(whats(asked({}, "Udon", " Udon "))).toEqual(["options same"]);
  expect(whats(asked({ text: "x".repeat(301) }, "Udon", "Soba"))).toEqual(["question tooLong"]);
  expect(whats(asked({ isQuiz: true }, "Udon", "", "Soba"))).toEqual(["options noRight"]);
  expect(whats(asked({}, "Udon", "Soba"))).toEqual([]);
});

test("lines left empty are no answers, and the right one is counted without them", () => {
  const quiz = { ...asked({ isQuiz: true, explanation: " Buckwheat. " }, "", "Soba", "Udon") };
  expect(pollOf([quiz], { isAnonymous: true, closesAt: undefined })).toEqual({
    kind: "poll",
    questions: [{ text: "Which noodle?", options: ["Soba", "Udon"], right: [0], explanation: "Buckwheat." }],
    isAnonymous: true,
  });
});

test("an answer moves up and down, and stays at the ends", () => {
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
});
