import * as v from "valibot";
import { expect, test } from "vitest";
import { wordsOf } from "./content.ts";
import { contentInput } from "./content-inputs.ts";
import { answersOf, counted, fits, isClosed, noCounts, publishedPoll } from "./poll.ts";

const quiz = v.parse(contentInput, {
  kind: "poll",
  questions: [
    { text: " Which  noodle? ", options: ["Udon", "Soba"], right: [1], explanation: "Buckwheat." },
    { text: "With what?", options: ["Egg", "Nori", "Tofu"], isMultiple: true },
  ],
  closesAt: "2026-11-21T10:00:00+01:00",
});
if (quiz.kind !== "poll") throw new Error("It is a poll.");

test("what is published of a quiz does not say what is right", () => {
  const published = publishedPoll(quiz);
  expect(JSON.stringify(published)).not.toContain("Buckwheat");
  expect(published.questions[0]).toEqual({ text: "Which noodle?", options: ["Udon", "Soba"], isQuiz: true });
  expect(answersOf(quiz)).toEqual([{ right: [1], explanation: "Buckwheat." }, null]);
});

test("a vote answers every question, one answer where one may be chosen", () => {
  expect(fits(quiz, [[0], [0, 2]])).toBe(true);
  for (const wrong of [[], [[0]], [[0, 1], [0]], [[0], []], [[2], [0]], [[0], [0], [0]]])
    expect(fits(quiz, wrong)).toBe(false);
});

test("a vote counts once, and is taken back whole", () => {
  const one = counted(noCounts(quiz), [[1], [0, 2]], 1);
  expect(one).toEqual([
    [0, 1],
    [1, 0, 1],
  ]);
  expect(counted(one, [[1], [0, 2]], -1)).toEqual(noCounts(quiz));
});

test("a poll closes at its time, in any zone, or when somebody closes it", () => {
  expect(isClosed(quiz, Date.parse("2026-11-21T08:59:59Z"))).toBe(false);
  expect(isClosed(quiz, Date.parse("2026-11-21T09:00:00Z"))).toBe(true);
  expect(isClosed({ closedAt: "2026-11-21T07:00:00.000Z" }, 0)).toBe(true);
});

test.each([
  ["one answer only", { text: "?", options: ["a"] }],
  ["the same answer twice", { text: "?", options: ["a", " a"] }],
  ["a right answer that is not there", { text: "?", options: ["a", "b"], right: [2] }],
  ["two right answers to choose one from", { text: "?", options: ["a", "b"], right: [0, 1] }],
])("a question with %s is refused", (_, question) => {
  expect(v.safeParse(contentInput, { kind: "poll", questions: [question] }).success).toBe(false);
});

test("a program keeps its spaces and tabs, and loses only what nobody can see", () => {
  const code = v.parse(contentInput, {
    kind: "code",
    name: "a.py",
    language: "python",
    code: "  if x:\r\n\tpass\u0000\n",
  });
  expect(code).toMatchObject({ code: "  if x:\n\tpass\n" });
  expect(v.safeParse(contentInput, { ...code, code: "é".repeat(40_000) }).success).toBe(false);
});

test("every kind has words, for lists, quotes and the search", () => {
  expect(wordsOf(quiz)).toBe("Which noodle?\nUdon\nSoba\nWith what?\nEgg\nNori\nTofu");
  expect(wordsOf({ kind: "location", latitude: 59.3, longitude: 18.1, label: "" })).toBe("59.3, 18.1");
  expect(wordsOf({ kind: "contact", name: "Bob", organisation: "", phones: ["+46 70"], emails: [] })).toBe(
    "Bob\n+46 70",
  );
});
