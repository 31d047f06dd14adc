import type { Person, UserId } from "@parley/schema";
import { SearchInput } from "@parley/ui";
import { createSignal, For, type JSX, Show } from "solid-js";
import { createPeopleSearch } from "../app/create-people-search.ts";
import { folded } from "../conversations/filter-conversations.ts";
import { useI18n } from "../i18n/index.ts";
import { createPerson, useSync } from "../sync/index.ts";
import { createKnownPeople } from "./known-people.ts";
import "./people.css";

/** Finds people by name, username or whole e-mail address; before anything is typed, those one knows. */
export function PeopleSearch(props: { except?: readonly UserId[]; children(person: Person): JSX.Element }) {
  const { t } = useI18n();
  const sync = useSync();
  const [query, setQuery] = createSignal("");
  const { found, me } = createPeopleSearch(query);
  const known = createKnownPeople();
  const isShown = (id: UserId) => id !== me() && !props.except?.includes(id);
  const people = () => found().filter((person) => isShown(person.id));
  const isFound = (id: UserId) => people().some((person) => person.id === id);

  return (
    <div class="peoplepicker">
      <SearchInput
        label={t("people.search")}
        placeholder={t("people.searchPlaceholder")}
        value={query()}
        onInput={setQuery}
        autocomplete="off"
        autofocus
      />
      <ul class="plain">
        <For each={people()}>{(person) => props.children(person)}</For>
        <For each={known().filter((id) => isShown(id) && !isFound(id))}>
          {(id) => {
            const person = createPerson(() => id);
            const fits = () => {
              const it = person();
              const words = folded(query()).trim();
              return it &&
                !it.isDeleted &&
                (folded(it.displayName).includes(words) || it.username.includes(words.replace(/^@/, "")))
                ? it
                : undefined;
            };
            return <Show when={fits()}>{(shown) => props.children(shown())}</Show>;
          }}
        </For>
      </ul>
      <p class="hint" role="status">
        <Show when={query().trim() !== "" && people().length === 0}>
          {sync.status().state === "offline" ? t("people.searchOffline") : t("people.searchHint")}
        </Show>
      </p>
    </div>
  );
}
