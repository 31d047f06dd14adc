import { limits } from "@parley/schema";
import { Button, Icon, IconButton } from "@parley/ui";
import { createUniqueId, Index, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { moved, newOption, type OptionDraft, type QuestionDraft } from "./poll-draft.ts";

/** The answers of a question: Enter adds one, arrows with Alt move it, an empty one goes with Backspace. */
export function OptionsEditor(props: {
  question: QuestionDraft;
  error: string | undefined;
  change(change: Partial<QuestionDraft>): void;
}) {
  const { t } = useI18n();
  const id = createUniqueId();
  let list!: HTMLDivElement;
  const options = () => props.question.options;
  const focus = (at: number) =>
    queueMicrotask(() => list.querySelectorAll<HTMLInputElement>("input.input")[at]?.focus());
  const set = (next: OptionDraft[], focused?: number) => {
    props.change({ options: next });
    if (focused !== undefined) focus(focused);
  };
  const change = (at: number, part: Partial<OptionDraft>) =>
    set(options().map((it, i) => (i === at ? { ...it, ...part } : it)));
  const add = (after: number) => {
    if (options().length < limits.pollOptions) set(options().toSpliced(after + 1, 0, newOption()), after + 1);
  };
  const remove = (at: number) => {
    if (options().length > 2) set(options().toSpliced(at, 1), Math.max(0, at - 1));
  };
  const move = (at: number, by: -1 | 1) =>
    set(moved(options(), at, by), Math.max(0, Math.min(options().length - 1, at + by)));
  const choose = (at: number, isRight: boolean) =>
    set(options().map((it, i) => ({ ...it, isRight: i === at ? isRight : props.question.isMultiple && it.isRight })));

  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.isComposing) return;
    if (event.key === "Enter") add(at);
    else if (event.key === "Backspace" && options()[at]?.text === "" && options().length > 2) remove(at);
    else if (event.altKey && event.key === "ArrowUp") move(at, -1);
    else if (event.altKey && event.key === "ArrowDown") move(at, 1);
    else return;
    event.preventDefault();
  };

  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {t("kinds.poll.answers")}
      </span>
      <div class="editor__list" ref={list}>
        <Index each={options()}>
          {(option, at) => (
            <div class="editor__row">
              <Show when={props.question.isQuiz}>
                <input
                  class={props.question.isMultiple ? "check" : "check check--radio"}
                  type={props.question.isMultiple ? "checkbox" : "radio"}
                  name={`right-${props.question.id}`}
                  aria-label={t("kinds.poll.isRight", { number: at + 1 })}
                  checked={option().isRight}
                  onChange={(event) => choose(at, event.currentTarget.checked)}
                />
              </Show>
              <input
                class="input"
                type="text"
                dir="auto"
                maxlength={limits.pollOptionLength * 2}
                aria-label={t("kinds.poll.answerNumber", { number: at + 1 })}
                placeholder={t("kinds.poll.answerNumber", { number: at + 1 })}
                value={option().text}
                onInput={(event) => change(at, { text: event.currentTarget.value })}
                onKeyDown={(event) => onKeyDown(event, at)}
              />
              <IconButton
                icon="arrow-up"
                iconSize="sm"
                size="sm"
                label={t("kinds.poll.moveUp", { number: at + 1 })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                icon="arrow-down"
                iconSize="sm"
                size="sm"
                label={t("kinds.poll.moveDown", { number: at + 1 })}
                disabled={at === options().length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton
                icon="x"
                iconSize="sm"
                size="sm"
                label={t("kinds.poll.removeAnswer", { number: at + 1 })}
                disabled={options().length <= 2}
                onClick={() => remove(at)}
              />
            </div>
          )}
        </Index>
      </div>
      <Show when={props.error}>
        {(error) => (
          <p class="error" role="alert">
            <Icon name="alert-circle" size="xs" />
            <span>{error()}</span>
          </p>
        )}
      </Show>
      <Show when={options().length < limits.pollOptions}>
        <Button size="sm" variant="ghost" icon="plus" onClick={() => add(options().length - 1)}>
          {t("kinds.poll.addAnswer")}
        </Button>
      </Show>
    </div>
  );
}
