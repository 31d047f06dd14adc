import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { createTagsOf, type TimelineMessage } from "../../sync/index.ts";
import { tagAddress } from "./tag-address.ts";
import "./saved-tags.css";

/** The tags under a saved message; each leads to all that has it. */
export function TagChips(props: { message: TimelineMessage; isEntered: boolean }) {
  const { t } = useI18n();
  const tags = createTagsOf(() => props.message.id);
  return (
    <Show when={tags().length > 0}>
      <ul class="plain msgtags" aria-label={t("tags.title")}>
        <For each={tags()}>
          {(tag) => (
            <li>
              <A
                class="tag msgtag"
                href={tagAddress(props.message.conversationId, tag)}
                tabindex={props.isEntered ? 0 : -1}
              >
                <span aria-hidden="true">#</span>
                <bdi class="truncate">{tag}</bdi>
              </A>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
