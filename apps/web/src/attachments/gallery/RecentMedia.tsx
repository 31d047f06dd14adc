import type { ConversationId } from "@parley/schema";
import { For, Show } from "solid-js";
import { createMe } from "../../conversations/create-view.ts";
import { useI18n } from "../../i18n/index.ts";
import { hitAddress } from "../../search/hit-address.ts";
import { createGallery, useSync } from "../../sync/index.ts";
import { createGalleryItems } from "./create-gallery-items.ts";
import { createOpening } from "./create-opening.tsx";
import { GalleryTile } from "./GalleryTile.tsx";
import "../view/album.css";
import "./gallery.css";

const mostTiles = 6;

/** The last pictures and videos of a conversation, and the way to all that was sent in it. */
export function RecentMedia(props: { id: ConversationId }) {
  const { t, formatWhen } = useI18n();
  const sync = useSync();
  const me = createMe();
  const gallery = createGallery(() => ({ kind: "media", name: "", conversationId: props.id, pageSize: mostTiles }));
  const { items } = createGalleryItems(gallery);
  const addressOf = (message: Parameters<typeof hitAddress>[0]) => hitAddress(message, "");
  const opening = createOpening({ gallery, items, addressOf });
  return (
    <section class="sect">
      <div class="sect__head">
        <h3>{t("gallery.title")}</h3>
        <a href={`/c/${props.id}/gallery`}>{t("gallery.seeAll")}</a>
      </div>
      <Show when={items().length > 0}>
        <ul class="plain gallery__grid">
          <For each={items().slice(0, mostTiles)}>
            {(item) => (
              <Show when={item.file}>
                {(file) => (
                  <GalleryTile
                    message={item.message}
                    file={file()}
                    opening={opening}
                    address={addressOf(item.message)}
                    isTabStop
                    about={[
                      item.message.senderId === me()
                        ? t("app.you")
                        : gallery.personOf(item.message.senderId)?.displayName,
                      formatWhen(item.message.createdAt, sync.serverNow()),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <opening.Outlet />
    </section>
  );
}
