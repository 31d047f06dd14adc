import type { ConversationId, SavedTags as Tagged } from "@parley/schema";
import { Chip, Icon } from "@parley/ui";
import { useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, For, on, onCleanup, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { hitAddress } from "../../search/hit-address.ts";
import { createOwn, createTaggedTimeline, type Timeline } from "../../sync/index.ts";
import { tagAddress } from "./tag-address.ts";
import { keyOf, tagsInUse } from "./tags.ts";
import "./saved-tags.css";

/** The tags of what one has saved; choosing one leaves the messages that have it. The address keeps which. */
export function SavedTags(props: { conversationId: ConversationId; onShow(timeline: Timeline | undefined): void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [params] = useSearchParams<{ tag?: string }>();
  const own = createOwn<Tagged>("tag");
  const tags = createMemo(() => tagsInUse(own().map((row) => row.value)));
  const chosen = createMemo(() => {
    const wanted = params.tag;
    return wanted ? tags().find((it) => it.key === keyOf(wanted)) : undefined;
  });
  const seqs = createMemo(() => chosen()?.seqs ?? [], undefined, { equals: (a, b) => `${a}` === `${b}` });
  const timeline = createTaggedTimeline(
    () => props.conversationId,
    seqs,
    (message) => navigate(hitAddress(message, "")),
  );
  createEffect(
    on(
      () => chosen() !== undefined,
      (isChosen) => props.onShow(isChosen ? timeline : undefined),
    ),
  );
  onCleanup(() => props.onShow(undefined));

  return (
    <Show when={tags().length > 0}>
      <div class="tagrow" role="group" aria-label={t("tags.filter")}>
        <Icon name="filter" size="sm" />
        <For each={tags()}>
          {(it) => (
            <Chip
              isPressed={chosen()?.key === it.key}
              count={it.seqs.length}
              onClick={() => navigate(tagAddress(props.conversationId, chosen()?.key === it.key ? null : it.tag))}
            >
              <bdi class="truncate chip__name">{it.tag}</bdi>
            </Chip>
          )}
        </For>
      </div>
    </Show>
  );
}
