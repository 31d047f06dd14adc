import type { ConversationId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { useSearchParams } from "@solidjs/router";
import { createMedia } from "../../app/create-media.ts";
import { useI18n } from "../../i18n/index.ts";
import { hitAddress } from "../../search/hit-address.ts";
import { Gallery } from "./Gallery.tsx";

/** All that was sent in a conversation, in its side pane. Where there is room for both it stays while one looks into the chat. */
export function GalleryPane(props: { id: ConversationId }) {
  const { t } = useI18n();
  const [params] = useSearchParams<{ kind?: string }>();
  const isBeside = createMedia("(min-width: 1280px)");
  return (
    <>
      <header class="aside__head">
        <a class="iconbtn iconbtn--md" href={`/c/${props.id}/details`} aria-label={t("gallery.toDetails")}>
          <Icon name="chevron-start" size="lg" flips />
        </a>
        <h2>{t("gallery.title")}</h2>
        <a class="iconbtn iconbtn--md" href={`/c/${props.id}`} aria-label={t("gallery.close")}>
          <Icon name="x" />
        </a>
      </header>
      <div class="aside__body scroll" tabindex="0" role="region" aria-label={t("gallery.title")}>
        <Gallery
          conversationId={props.id}
          heading="h3"
          addressOf={(message) => {
            const [path, query] = hitAddress(message, "").split("?");
            return isBeside() ? `${path}/gallery?kind=${params.kind ?? "media"}&${query}` : `${path}?${query}`;
          }}
        />
      </div>
    </>
  );
}
