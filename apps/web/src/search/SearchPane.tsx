import { createMemo, type JSX, Show } from "solid-js";
import { createPeopleSearch } from "../app/create-people-search.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversations, createSearch } from "../sync/index.ts";
import { createRecentSearches } from "./create-recent-searches.ts";
import { FoundMessages } from "./FoundMessages.tsx";
import { FoundPeople } from "./FoundPeople.tsx";
import { moveInFound } from "./move-in-found.ts";
import { RecentSearches } from "./RecentSearches.tsx";
import { SearchFilters } from "./SearchFilters.tsx";
import "./search.css";

/** What stands in place of the list while somebody searches: chats, people, and messages from everywhere. */
export function SearchPane(props: {
  text: string;
  /** The chats of that name, as the list shows them. */
  chats: JSX.Element;
  chatCount: number;
  onChange(text: string): void;
  /** A hit was opened. */
  onOpen(): void;
}) {
  const { t } = useI18n();
  const recent = createRecentSearches();
  const results = createSearch(() => ({ text: props.text }));
  const conversations = createConversations();
  const people = createPeopleSearch(() => props.text);
  const strangers = createMemo(() => {
    const known = new Set(conversations().map((entry) => entry.otherId));
    return people.found().filter((person) => !known.has(person.id));
  });
  const opened = () => {
    recent.remember(props.text);
    props.onOpen();
  };

  return (
    <>
      <SearchFilters text={props.text} personOf={results.personOf} onChange={props.onChange} />
      <section class="list__body found scroll" aria-label={t("search.results")} onKeyDown={moveInFound}>
        <Show
          when={props.text.trim() !== ""}
          fallback={<RecentSearches searches={recent.searches()} onChoose={props.onChange} onForget={recent.forget} />}
        >
          <Show when={props.chatCount > 0}>
            <nav aria-label={t("conversations.listLabel")} onClick={opened}>
              <h2 class="list__label">{t("app.chats")}</h2>
              {props.chats}
            </nav>
          </Show>
          <FoundPeople people={strangers()} onOpen={opened} />
          <FoundMessages
            results={results}
            text={props.text}
            hasOthers={props.chatCount + strangers().length > 0}
            onOpen={opened}
          />
        </Show>
      </section>
    </>
  );
}
