import { createEffect, For, onCleanup, Show } from "solid-js";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { createPerson } from "../sync/index.ts";
import type { Completion, createCompletions } from "./create-completions.ts";

/** The list over the field. The focus stays where one writes; the field says which choice is meant. */
export function CompletionList(props: {
  id: string;
  field: HTMLTextAreaElement;
  completions: ReturnType<typeof createCompletions>;
}) {
  const { t } = useI18n();
  const isOpen = () => props.completions.choices().length > 0;
  const idOf = (place: number) => `${props.id}-${place}`;

  createEffect(() => {
    const { field } = props;
    field.setAttribute("aria-autocomplete", "list");
    if (isOpen()) {
      field.setAttribute("aria-controls", props.id);
      field.setAttribute("aria-activedescendant", idOf(props.completions.active()));
    } else for (const name of ["aria-controls", "aria-activedescendant"]) field.removeAttribute(name);
  });
  onCleanup(() => {
    for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"])
      props.field.removeAttribute(name);
  });

  return (
    <>
      <Show when={isOpen()}>
        <div class="completions" id={props.id} role="listbox" aria-label={t("formatting.choices")}>
          <For each={props.completions.choices()}>
            {(choice, place) => (
              // Keys go to the field, which names the active choice.
              <div
                id={idOf(place())}
                class="completions__one"
                role="option"
                tabindex="-1"
                aria-selected={place() === props.completions.active()}
                onPointerDown={(event) => {
                  event.preventDefault();
                  props.completions.take(choice);
                }}
                onPointerMove={() => props.completions.setActive(place())}
              >
                <Sign of={choice} />
                <bdi class="truncate">{choice.label}</bdi>
                <bdi class="faint truncate">{choice.note}</bdi>
              </div>
            )}
          </For>
        </div>
      </Show>
      <p class="sr" role="status">
        {isOpen() ? t("formatting.choiceCount", { count: props.completions.choices().length }) : ""}
      </p>
    </>
  );
}

function Sign(props: { of: Completion }) {
  const person = createPerson(() => props.of.userId);
  return (
    <Show
      when={props.of.userId}
      fallback={
        <span class="completions__emoji">
          <EmojiText text={props.of.emoji ?? "@"} />
        </span>
      }
    >
      {(id) => <PersonAvatar id={id()} person={person()} size={24} />}
    </Show>
  );
}
