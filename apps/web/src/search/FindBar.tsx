import type { ConversationId, MessageId } from "@parley/schema";
import { IconButton, SearchInput } from "@parley/ui";
import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createSearch } from "../sync/index.ts";
import { createRecentSearches } from "./create-recent-searches.ts";
import { markHits } from "./mark-hits.ts";
import { SearchFilters } from "./SearchFilters.tsx";
import "./find-bar.css";
import "./search.css";

/** The search within one conversation: the newest hit at once, older and newer ones by arrows. */
export function FindBar(props: {
  conversationId: ConversationId;
  title: string;
  text: string;
  onText(text: string): void;
  onJump(hit: { id: MessageId; seq: number }): void;
  onClose(): void;
}) {
  const { t } = useI18n();
  const recent = createRecentSearches();
  const results = createSearch(() => ({ text: props.text, conversationId: props.conversationId }));
  const [at, setAt] = createSignal<MessageId>();
  const hits = results.messages;
  const place = createMemo(() => hits().findIndex((message) => message.id === at()));
  let bar!: HTMLElement;

  const go = (to: number) => {
    const hit = hits()[to];
    if (!hit) return;
    setAt(hit.id);
    props.onJump(hit);
    // The next page is there before its last hit is reached.
    if (to >= hits().length - 3 && results.hasMore()) void results.more();
  };
  const older = () => {
    recent.remember(props.text);
    go(place() + 1);
  };

  // What was found for another text is not where one is any more: the newest hit is shown once it is known.
  createEffect(
    on(
      () => props.text,
      () => setAt(undefined),
      { defer: true },
    ),
  );
  createEffect(() => {
    if (hits().length > 0 && place() < 0 && !results.isSearching()) go(0);
  });
  createEffect(() => onCleanup(markHits(() => bar.closest(".conv"), props.text)));
  onMount(() => queueMicrotask(() => bar.querySelector("input")?.focus()));

  const state = () => {
    if (props.text.trim() === "" || results.isSearching()) return "";
    if (hits().length === 0) return results.isDeviceOnly() ? t("search.noneHere") : t("search.none");
    const numbers = { number: place() + 1, count: hits().length };
    return results.hasMore() ? t("search.placeMore", numbers) : t("search.place", numbers);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) older();
    else if (event.key === "Enter") go(place() - 1);
    else if (event.key === "Escape") props.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section class="findbar" ref={bar} aria-label={t("search.inChatOf", { title: props.title })}>
      <div class="findbar__line">
        <SearchInput
          label={t("app.searchInChat")}
          placeholder={t("app.searchInChat")}
          value={props.text}
          onInput={props.onText}
          onKeyDown={pressed}
        />
        <span class="findbar__state" role="status">
          {state()}
        </span>
        <IconButton
          icon="chevron-up"
          size="sm"
          label={t("search.previous")}
          disabled={place() < 0 || place() >= hits().length - 1}
          onClick={older}
        />
        <IconButton
          icon="chevron-down"
          size="sm"
          label={t("search.next")}
          disabled={place() <= 0}
          onClick={() => go(place() - 1)}
        />
        <IconButton icon="x" size="sm" label={t("search.close")} onClick={() => props.onClose()} />
      </div>
      <SearchFilters isWithin text={props.text} personOf={results.personOf} onChange={props.onText} />
    </section>
  );
}
