import { Show } from "solid-js";
import { errorSentence, useI18n } from "../i18n/index.ts";
import { createConversation, createPeople, type FailedCommand } from "../sync/index.ts";

// The same for whoever does not want it, blocks, or is banned.
const aboutPeople: readonly string[] = ["not_addable", "banned"];

/** Why a change was refused; of people who could not be added, who they are and nothing more. */
export function RefusedChange(props: { command: FailedCommand }) {
  const i18n = useI18n();
  const conversation = createConversation(() => props.command.conversationId ?? undefined);
  const people = createPeople(() =>
    aboutPeople.includes(props.command.failure.reason) ? (props.command.notAdded ?? []) : [],
  );
  const names = () => new Intl.ListFormat(i18n.language()).format(people().map((person) => person.displayName));
  return (
    <Show when={names()} fallback={i18n.t("app.failedChange", { reason: errorSentence(i18n, props.command.failure) })}>
      {i18n.t("groups.notAdded", { names: names(), title: conversation()?.title ?? "" })}
    </Show>
  );
}
