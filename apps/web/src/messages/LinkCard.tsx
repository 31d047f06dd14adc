import type { LinkPreview } from "@parley/schema";
import { IconButton } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createPreference, type TimelineMessage, useSync } from "../sync/index.ts";
import "./link-card.css";

/** What the page at a message's first address says of itself. Its author can take it off. */
export function LinkCard(props: { message: TimelineMessage; link: LinkPreview; isOwn: boolean; isEntered: boolean }) {
  const { t } = useI18n();
  const sync = useSync();
  const wanted = createPreference("linkPreviews");
  const tabIndex = () => (props.isEntered ? 0 : -1);
  const remove = () =>
    void sync.do.removeLink({ conversationId: props.message.conversationId, messageId: props.message.id });

  return (
    <Show when={wanted() !== false}>
      <div class="linkcard" dir="auto">
        <a
          class="linkcard__link"
          href={props.link.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          tabindex={tabIndex()}
        >
          <Show when={props.link.image}>
            {(image) => (
              <img
                class="linkcard__picture"
                src={`/files/previews/${props.message.conversationId}/${props.message.id}`}
                width={image().width}
                height={image().height}
                loading="lazy"
                decoding="async"
                alt=""
              />
            )}
          </Show>
          <span class="linkcard__site t-xs">{props.link.site}</span>
          <b class="linkcard__title">{props.link.title}</b>
          <Show when={props.link.description}>
            <span class="linkcard__text t-sm">{props.link.description}</span>
          </Show>
        </a>
        <Show when={props.isOwn}>
          <IconButton
            class="linkcard__remove"
            size="sm"
            icon="x"
            iconSize="sm"
            tabindex={tabIndex()}
            label={t("later.removePreview")}
            onClick={remove}
          />
        </Show>
      </div>
    </Show>
  );
}
