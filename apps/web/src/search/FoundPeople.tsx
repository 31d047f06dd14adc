import type { Person } from "@parley/schema";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useOpenDirect } from "../people/open-direct.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import "../people/people.css";

/** People the server knows by that name, with whom there is no chat yet. */
export function FoundPeople(props: { people: Person[]; onOpen(): void }) {
  const { t } = useI18n();
  const openDirect = useOpenDirect();
  return (
    <Show when={props.people.length > 0}>
      <h2 class="list__label">{t("search.people")}</h2>
      <ul class="hits">
        <For each={props.people}>
          {(person) => (
            <li>
              <button
                type="button"
                class="hit hit--person"
                data-hit={person.id}
                onClick={() => {
                  props.onOpen();
                  void openDirect(person.id, { ...person });
                }}
              >
                <PersonAvatar id={person.id} person={person} size={32} />
                <span class="person__t">
                  <b class="truncate" dir="auto">
                    {person.displayName}
                  </b>
                  <small class="truncate">
                    <bdi>@{person.username}</bdi>
                  </small>
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
