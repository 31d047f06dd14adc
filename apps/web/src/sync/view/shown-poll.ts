import type { Choices, MessageId, OwnVote, PollAnswer, PollContent } from "@parley/schema";
import { withVote } from "../outbox/accept-vote.ts";
import type { Stored } from "../outbox/command.ts";

export type ShownPoll = {
  poll: PollContent;
  /** One's own; empty when one has not voted. */
  choices: Choices;
  /** Of a quiz, once the server has one's vote or the poll is closed. */
  answers?: PollAnswer[];
  /** The vote has not reached the server yet. */
  isWaiting: boolean;
};

/** The poll with this person's vote, what waits in the outbox counted already. */
export function shownPoll(id: MessageId, content: PollContent, own: OwnVote | null, outbox: Stored[]): ShownPoll {
  const before = own?.choices ?? [];
  let poll = content;
  let choices = before;
  let isWaiting = false;
  for (const command of outbox) {
    if (command.state === "failed") continue;
    if (command.type === "closePoll" && command.input.messageId === id)
      poll = { ...poll, closedAt: poll.closedAt ?? command.at };
    if (command.type !== "voteInPoll" || command.input.messageId !== id) continue;
    choices = command.input.choices;
    isWaiting = true;
  }
  if (isWaiting) poll = withVote(poll, before, choices);
  return { poll, choices, answers: content.answers ?? own?.answers, isWaiting };
}
