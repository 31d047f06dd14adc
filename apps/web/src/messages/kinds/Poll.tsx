import { type Choices, isClosed, isQuiz, type PollContent } from "@parley/schema";
import { Button } from "@parley/ui";
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { createPoll, type TimelineMessage, useSync } from "../../sync/index.ts";
import type { MessageSetting } from "../message-actions.ts";
import { PollFoot } from "./PollFoot.tsx";
import { PollQuestion } from "./PollQuestion.tsx";

const longestTimer = 2 ** 31 - 1;

/** A poll to vote in; how others voted shows once one has voted, or when it is closed. */
export function Poll(props: {
  message: TimelineMessage;
  content: PollContent;
  setting: MessageSetting;
  isEntered: boolean;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const shown = createPoll(() => ({ id: props.message.id, content: props.content }));
  const [picked, setPicked] = createSignal<Choices>();
  const [now, setNow] = createSignal(sync.serverNow());

  const poll = () => shown().poll;
  const own = () => shown().choices;
  const hasVoted = () => own().length > 0;
  const isOver = () => isClosed(poll(), now());
  const isFinal = () => isQuiz(poll()) && hasVoted();
  const canVote = () => !isOver() && !isFinal() && props.message.seq > 0 && !props.setting.isReadOnly;
  const chosen = () => picked() ?? own();
  /** A tap is a vote where there is one question with one answer, and no first answer that counts for good. */
  const isAtOnce = () => poll().questions.length === 1 && !poll().questions[0]?.isMultiple && !isQuiz(poll());
  const isComplete = () =>
    poll().questions.every((_, i) => (chosen()[i] ?? []).length > 0) && (!hasVoted() || picked() !== undefined);

  const vote = (choices: Choices) => {
    setPicked(undefined);
    void sync.do.voteInPoll({
      conversationId: props.message.conversationId,
      messageId: props.message.id,
      choices,
    });
  };
  const choose = (question: number, places: number[]) => {
    const next = poll().questions.map((_, i) => (i === question ? places : (chosen()[i] ?? [])));
    if (isAtOnce()) vote(next);
    else setPicked(next);
  };

  createEffect(
    on(
      () => poll().closesAt,
      (closesAt) => {
        const wait = closesAt ? Date.parse(closesAt) - sync.serverNow() : 0;
        if (wait <= 0) return;
        const timer = setTimeout(() => setNow(sync.serverNow()), Math.min(wait + 50, longestTimer));
        onCleanup(() => clearTimeout(timer));
      },
    ),
  );

  return (
    <div class="poll" dir="auto">
      <For each={poll().questions}>
        {(question, i) => (
          <PollQuestion
            name={`${props.message.id}-${i()}`}
            question={question}
            chosen={chosen()[i()] ?? []}
            counts={hasVoted() || isOver() ? poll().tally?.counts[i()] : undefined}
            countedCount={poll().tally?.countedCount ?? 0}
            answer={hasVoted() || isOver() ? (shown().answers?.[i()] ?? undefined) : undefined}
            isDisabled={!canVote()}
            isEntered={props.isEntered}
            onChoose={(places) => choose(i(), places)}
          />
        )}
      </For>
      <Show when={canVote() && !isAtOnce()}>
        <Button
          size="sm"
          variant="soft"
          disabled={!isComplete()}
          tabindex={props.isEntered ? 0 : -1}
          onClick={() => vote(chosen())}
        >
          {hasVoted() ? t("kinds.poll.changeVote") : t("kinds.poll.vote")}
        </Button>
      </Show>
      <PollFoot
        message={props.message}
        poll={poll()}
        isOver={isOver()}
        canTakeBack={canVote() && hasVoted()}
        setting={props.setting}
        isEntered={props.isEntered}
        onTakeBack={() => vote([])}
      />
    </div>
  );
}
