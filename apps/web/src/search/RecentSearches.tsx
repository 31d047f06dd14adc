import { Button, Icon, IconButton } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";

/** What was searched for lately, before anything is typed. */
export function RecentSearches(props: {
  searches: string[];
  onChoose(text: string): void;
  onForget(text?: string): void;
}) {
  const { t } = useI18n();
  return (
    <Show when={props.searches.length > 0} fallback={<p class="hits__note">{t("search.start")}</p>}>
      <div class="recent__head">
        <h2 class="list__label">{t("search.recent")}</h2>
        <Button size="sm" variant="ghost" onClick={() => props.onForget()}>
          {t("search.clear")}
        </Button>
      </div>
      <ul class="hits" aria-label={t("search.recent")}>
        <For each={props.searches}>
          {(search) => (
            <li class="recent">
              <button type="button" class="recent__go" data-hit={search} onClick={() => props.onChoose(search)}>
                <Icon name="clock" size="sm" />
                <span class="truncate" dir="auto">
                  {search}
                </span>
              </button>
              <IconButton
                icon="x"
                iconSize="sm"
                size="sm"
                label={t("search.forget", { search })}
                onClick={() => props.onForget(search)}
              />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
