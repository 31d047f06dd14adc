import { Button, EmptyState, Spinner } from "@parley/ui";
import { useSearchParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { SearchResults } from "../sync/index.ts";
import { FoundMessage } from "./FoundMessage.tsx";
import { parseHit } from "./hit-address.ts";

/** The messages that were found, newest first, and whether the server has been asked. */
export function FoundMessages(props: {
  results: SearchResults;
  text: string;
  /** People or chats were found. */
  hasOthers: boolean;
  onOpen(): void;
}) {
  const { t } = useI18n();
  const [params] = useSearchParams<{ at?: string }>();
  const openId = () => parseHit(params.at)?.id;
  const count = () => props.results.messages().length;

  return (
    <>
      <p class="sr" role="status">
        {props.results.isSearching() ? "" : t("search.found", { count: count() })}
      </p>
      <Show when={count() > 0}>
        <h2 class="list__label">{t("search.messages")}</h2>
        <ul class="hits">
          <For each={props.results.messages()}>
            {(message) => (
              <li>
                <FoundMessage
                  message={message}
                  sender={props.results.personOf(message.senderId)}
                  text={props.results.text()}
                  isOpen={openId() === message.id}
                  onOpen={props.onOpen}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.results.hasMore()}>
        <p class="hits__more">
          <Button size="sm" onClick={() => void props.results.more()}>
            {t("search.more")}
          </Button>
        </p>
      </Show>
      <Show when={props.results.isSearching()}>
        <p class="hits__more">
          <Spinner label={t("search.searching")} />
        </p>
      </Show>
      <Show when={count() === 0 && !props.hasOthers && !props.results.isSearching()}>
        <EmptyState
          icon="search"
          title={t("conversations.nothingFor", { query: props.text })}
          text={props.results.isDeviceOnly() ? t("search.nothingHere") : t("search.nothingText")}
        />
      </Show>
      <Show when={props.results.isDeviceOnly() && count() > 0}>
        <p class="hits__note" role="note">
          {t("search.deviceOnly", { count: count() })}
        </p>
      </Show>
    </>
  );
}
