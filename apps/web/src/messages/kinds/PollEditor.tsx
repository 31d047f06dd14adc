import { limits } from "@parley/schema";
import { Button, Dialog, Field, Switch, TextInput } from "@parley/ui";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import type { EditorProps } from "./AttachMenu.tsx";
import { newQuestion, pollOf, type QuestionDraft, troublesOf } from "./poll-draft.ts";
import { QuestionEditor } from "./QuestionEditor.tsx";
import "./editors.css";

/** Writes a poll: one question, or several that are answered together. */
export function PollEditor(props: EditorProps & { canBeAnonymous: boolean }) {
  const { t } = useI18n();
  const sync = useSync();
  const anonymousId = createUniqueId();
  const [questions, setQuestions] = createStore<QuestionDraft[]>([newQuestion()]);
  const [isAnonymous, setAnonymous] = createSignal(false);
  const [closing, setClosing] = createSignal("");
  const [wasTried, setTried] = createSignal(false);

  const troubles = createMemo(() => troublesOf(questions));
  const isPast = () => closing() !== "" && !(Date.parse(closing()) > sync.serverNow());
  const send = () => {
    setTried(true);
    if (troubles().length > 0 || isPast()) return;
    const closesAt = closing() ? new Date(closing()).toISOString() : undefined;
    props.onSend(pollOf(questions, { isAnonymous: isAnonymous() && props.canBeAnonymous, closesAt }));
  };

  return (
    <Dialog
      isOpen
      isWide
      title={questions.length > 1 ? t("kinds.poll.newSurvey") : t("kinds.poll.new")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("kinds.cancel")}</Button>
          <Button variant="primary" onClick={send}>
            {t("kinds.poll.send")}
          </Button>
        </>
      }
    >
      <div class="editor">
        <For each={questions}>
          {(question, i) => (
            <QuestionEditor
              question={question}
              number={questions.length > 1 ? i() + 1 : undefined}
              troubles={wasTried() ? troubles().filter((it) => it.id === question.id) : []}
              change={(change) => setQuestions(i(), change)}
              onRemove={
                questions.length > 1 ? () => setQuestions((all) => all.filter((it) => it !== question)) : undefined
              }
            />
          )}
        </For>
        <Show when={questions.length < limits.pollQuestions}>
          <Button icon="plus" onClick={() => setQuestions(questions.length, newQuestion())}>
            {t("kinds.poll.addQuestion")}
          </Button>
        </Show>
        <Show when={props.canBeAnonymous}>
          <div class="setrow">
            <label class="setrow__t" for={anonymousId}>
              <b>{t("kinds.poll.beAnonymous")}</b>
              <small>{t("kinds.poll.beAnonymousHint", { count: limits.anonymousStep })}</small>
            </label>
            <Switch id={anonymousId} checked={isAnonymous()} onChange={setAnonymous} />
          </div>
        </Show>
        <Field
          label={t("kinds.poll.closesAt")}
          hint={t("kinds.poll.closesAtHint")}
          error={wasTried() && isPast() ? t("kinds.poll.closesPast") : undefined}
        >
          <TextInput type="datetime-local" value={closing()} onInput={setClosing} />
        </Field>
      </div>
    </Dialog>
  );
}
