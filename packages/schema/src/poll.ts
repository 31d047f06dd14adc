import type { Choices, PollInput } from "./poll-inputs.ts";
import type { Time } from "./rows.ts";

export type PollQuestion = { text: string; options: string[]; isMultiple?: true; isQuiz?: true };
/** What was right, to be shown after voting. Null for a question that is no quiz. */
export type PollAnswer = { right: number[]; explanation: string } | null;
/** `counts` are those of `countedCount` voters: of an anonymous poll they move on in steps. */
export type PollTally = { voterCount: number; countedCount: number; counts: number[][] };

export type PollContent = {
  kind: "poll";
  questions: PollQuestion[];
  isAnonymous?: true;
  closesAt?: Time;
  /** Set from the first vote on. */
  tally?: PollTally;
  closedAt?: Time;
  /** Of a quiz that was closed. */
  answers?: PollAnswer[];
};

/** The value of the user's own row of kind `vote`: what they chose, and of a quiz what was right. */
export type OwnVote = { choices: Choices; answers?: PollAnswer[] };
/** That row: the key is the poll's message. */
export type OwnVoteRow = { kind: "vote"; key: string; value: OwnVote | null; rev: number };

/** The poll as everyone may see it. */
export function publishedPoll({ questions, isAnonymous, closesAt }: PollInput): PollContent {
  return {
    kind: "poll",
    questions: questions.map(({ text, options, isMultiple, right }) => ({
      text,
      options,
      ...(isMultiple && { isMultiple }),
      ...(right && { isQuiz: true as const }),
    })),
    ...(isAnonymous && { isAnonymous }),
    ...(closesAt && { closesAt }),
  };
}

/** What was right; null when no question is a quiz. */
export function answersOf({ questions }: PollInput): PollAnswer[] | null {
  if (!questions.some((it) => it.right)) return null;
  return questions.map(({ right, explanation = "" }) => (right ? { right, explanation } : null));
}

export const noCounts = ({ questions }: { questions: { options: string[] }[] }): number[][] =>
  questions.map(({ options }) => options.map(() => 0));

/** The counts with one vote more, or with one less. */
export function counted(counts: number[][], choices: Choices, by: 1 | -1): number[][] {
  return counts.map((row, question) =>
    row.map((count, option) => (choices[question]?.includes(option) ? Math.max(0, count + by) : count)),
  );
}

/** Whether these are answers to every question, and as many as each allows. */
export function fits({ questions }: Pick<PollContent, "questions">, choices: Choices): boolean {
  return (
    choices.length === questions.length &&
    questions.every((question, i) => {
      const chosen = choices[i] ?? [];
      const most = question.isMultiple ? question.options.length : 1;
      return chosen.length > 0 && chosen.length <= most && chosen.every((at) => at < question.options.length);
    })
  );
}

/** Closed by somebody, or by its own time; `now` in the server's milliseconds. */
export function isClosed(poll: Pick<PollContent, "closesAt" | "closedAt">, now: number): boolean {
  return poll.closedAt !== undefined || (poll.closesAt !== undefined && Date.parse(poll.closesAt) <= now);
}

export const isQuiz = ({ questions }: Pick<PollContent, "questions">) => questions.some((it) => it.isQuiz);
