import type { PollAnswer, PollQuestion as Question } from "@parley/schema";
import { Icon } from "@parley/ui";
import { createUniqueId, For, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";

/** One question of a poll: what to choose from, and, when it may be seen, how many chose it. */
export function PollQuestion(props: {
  name: string;
  question: Question;
  chosen: readonly number[];
  counts: number[] | undefined;
  countedCount: number;
  answer: PollAnswer | undefined;
  isDisabled: boolean;
  isEntered: boolean;
  onChoose(places: number[]): void;
}) {
  const { t, formatNumber } = useI18n();
  const id = createUniqueId();
  const isChosen = (place: number) => props.chosen.includes(place);
  const isRight = (place: number) => props.answer?.right.includes(place) ?? false;
  const share = (place: number) =>
    props.countedCount > 0 ? Math.round(((props.counts?.[place] ?? 0) / props.countedCount) * 100) : 0;
  const choose = (place: number) => {
    if (!props.question.isMultiple) return props.onChoose([place]);
    props.onChoose(
      isChosen(place) ? props.chosen.filter((it) => it !== place) : [...props.chosen, place].sort((a, b) => a - b),
    );
  };
  const mark = (place: number) => {
    if (!props.answer) return undefined;
    if (isRight(place)) return "right";
    return isChosen(place) ? "wrong" : undefined;
  };

  return (
    <div class="poll__part" role="group" aria-labelledby={id}>
      <p class="poll__q" id={id} dir="auto">
        {props.question.text}
        <small>
          {props.question.isQuiz
            ? t("kinds.poll.isQuiz")
            : props.question.isMultiple
              ? t("kinds.poll.isMultiple")
              : t("kinds.poll.isSingle")}
        </small>
      </p>
      <For each={props.question.options}>
        {(option, i) => (
          <label class="poll__opt" data-mark={mark(i())}>
            <input
              class={props.question.isMultiple ? "check" : "check check--radio"}
              type={props.question.isMultiple ? "checkbox" : "radio"}
              name={props.name}
              checked={isChosen(i())}
              disabled={props.isDisabled}
              tabindex={props.isEntered ? 0 : -1}
              onChange={() => choose(i())}
            />
            <span dir="auto">
              {option}
              <Show when={mark(i())}>
                {(of) => (
                  <>
                    {" "}
                    <Icon name={of() === "right" ? "check-circle" : "x"} size="xs" />
                    <span class="sr">{t(of() === "right" ? "kinds.poll.right" : "kinds.poll.wrong")}</span>
                  </>
                )}
              </Show>
            </span>
            <Show when={props.counts}>
              {(counts) => (
                <>
                  <span class="num">
                    <span class="sr">{t("kinds.poll.votes", { count: counts()[i()] ?? 0 })}</span>
                    <span aria-hidden="true">{formatNumber(share(i()))} %</span>
                  </span>
                  <span class="bar" aria-hidden="true">
                    <i style={{ "inline-size": `${share(i())}%` }} />
                  </span>
                </>
              )}
            </Show>
          </label>
        )}
      </For>
      <Show when={props.answer?.explanation}>
        {(explanation) => (
          <p class="poll__why" dir="auto">
            <Icon name="info" size="xs" /> {explanation()}
          </p>
        )}
      </Show>
    </div>
  );
}
