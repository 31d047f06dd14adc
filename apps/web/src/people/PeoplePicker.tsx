import type { Person, UserId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PeopleSearch } from "./PeopleSearch.tsx";
import { PersonAvatar } from "./PersonAvatar.tsx";

/** Picks several people: who is picked stands above and can be taken out again. */
export function PeoplePicker(props: {
  picked: readonly Person[];
  except?: readonly UserId[];
  onChange(picked: Person[]): void;
}) {
  const { t } = useI18n();
  const isPicked = (person: Person) => props.picked.some((one) => one.id === person.id);
  const toggle = (person: Person) =>
    props.onChange(isPicked(person) ? props.picked.filter((one) => one.id !== person.id) : [...props.picked, person]);

  return (
    <div class="peoplepicker">
      <Show when={props.picked.length > 0}>
        <ul class="picked" aria-label={t("people.picked")}>
          <For each={props.picked}>
            {(person) => (
              <li>
                <button type="button" class="picked__one" onClick={() => toggle(person)}>
                  <PersonAvatar id={person.id} person={person} size={24} />
                  <span dir="auto" aria-hidden="true">
                    {person.displayName}
                  </span>
                  <span class="sr">{t("people.unpick", { name: person.displayName })}</span>
                  <Icon name="x" size="xs" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <PeopleSearch except={props.except}>
        {(person) => (
          <li>
            <button
              type="button"
              class="person person--pick"
              role="checkbox"
              aria-checked={isPicked(person)}
              onClick={() => toggle(person)}
            >
              <PersonAvatar id={person.id} person={person} size={32} />
              <PersonText person={person} />
              <Show when={isPicked(person)}>
                <Icon name="check" size="sm" />
              </Show>
            </button>
          </li>
        )}
      </PeopleSearch>
    </div>
  );
}

/** Name over username. */
export function PersonText(props: { person: Person }) {
  return (
    <span class="person__t">
      <b class="truncate" dir="auto">
        {props.person.displayName}
      </b>
      <small class="truncate">
        <bdi>@{props.person.username}</bdi>
      </small>
    </span>
  );
}
