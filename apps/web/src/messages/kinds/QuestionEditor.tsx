import { limits } from "@parley/schema";
import { Field, IconButton, Switch, TextInput } from "@parley/ui";
import { createUniqueId, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { OptionsEditor } from "./OptionsEditor.tsx";
import type { QuestionDraft, Trouble } from "./poll-draft.ts";

/** One question of a poll that is being written. */
export function QuestionEditor(props: {
  question: QuestionDraft;
  /** Of several. */
  number: number | undefined;
  troubles: readonly Trouble[];
  change(change: Partial<QuestionDraft>): void;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useI18n();
  const multipleId = createUniqueId();
  const quizId = createUniqueId();
  const trouble = (at: Trouble["at"]) => {
    const found = props.troubles.find((it) => it.at === at);
    if (!found) return undefined;
    if (found.what === "tooLong")
      return t("kinds.poll.tooLong", {
        count: at === "question" ? limits.pollQuestionLength : limits.pollOptionLength,
      });
    return t(`kinds.poll.trouble.${found.what}`);
  };
  const setMultiple = (isMultiple: boolean) => {
    const [first] = props.question.options.filter((it) => it.isRight);
    const options = isMultiple
      ? props.question.options
      : props.question.options.map((it) => ({ ...it, isRight: it.id === first?.id }));
    props.change({ isMultiple, options });
  };

  return (
    <section class="editor__part" data-framed={props.number ? "" : undefined}>
      <div class="editor__row">
        <Field
          label={props.number ? t("kinds.poll.questionNumber", { number: props.number }) : t("kinds.poll.question")}
          error={trouble("question")}
        >
          <TextInput
            dir="auto"
            autofocus
            maxlength={limits.pollQuestionLength * 2}
            value={props.question.text}
            placeholder={t("kinds.poll.questionPlaceholder")}
            onInput={(text) => props.change({ text })}
          />
        </Field>
        <Show when={props.onRemove}>
          {(remove) => (
            <IconButton
              icon="trash"
              label={t("kinds.poll.removeQuestion", { number: props.number ?? 1 })}
              onClick={() => remove()()}
            />
          )}
        </Show>
      </div>
      <OptionsEditor question={props.question} error={trouble("options")} change={props.change} />
      <div class="setrow">
        <label class="setrow__t" for={multipleId}>
          <b>{t("kinds.poll.allowMultiple")}</b>
        </label>
        <Switch id={multipleId} checked={props.question.isMultiple} onChange={setMultiple} />
      </div>
      <div class="setrow">
        <label class="setrow__t" for={quizId}>
          <b>{t("kinds.poll.beQuiz")}</b>
          <small>{t("kinds.poll.beQuizHint")}</small>
        </label>
        <Switch id={quizId} checked={props.question.isQuiz} onChange={(isQuiz) => props.change({ isQuiz })} />
      </div>
      <Show when={props.question.isQuiz}>
        <Field label={t("kinds.poll.explanation")}>
          <TextInput
            dir="auto"
            maxlength={limits.pollExplanationLength}
            value={props.question.explanation}
            onInput={(explanation) => props.change({ explanation })}
          />
        </Field>
      </Show>
    </section>
  );
}
