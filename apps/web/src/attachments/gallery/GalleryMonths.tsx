import type { MessageRow } from "@parley/schema";
import { createSignal, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { createMe } from "../../conversations/create-view.ts";
import { useI18n } from "../../i18n/index.ts";
import { localeOf } from "../../i18n/languages.ts";
import { type Gallery, useSync } from "../../sync/index.ts";
import { titleOfMonth } from "./by-month.ts";
import type { createGalleryItems } from "./create-gallery-items.ts";
import type { Opening } from "./create-opening.tsx";
import { GalleryRow } from "./GalleryRow.tsx";
import { GalleryTile } from "./GalleryTile.tsx";
import { moveInGallery } from "./move-in-gallery.ts";

/** What was found, under the months in which it was sent. */
export function GalleryMonths(props: {
  gallery: Gallery;
  found: ReturnType<typeof createGalleryItems>;
  opening: Opening;
  addressOf(message: MessageRow): string;
  /** In a conversation its name need not be said. */
  isWithin: boolean;
  heading: "h2" | "h3";
}) {
  const { t, language, formatWhen } = useI18n();
  const sync = useSync();
  const me = createMe();
  const [current, setCurrent] = createSignal<string>();
  const tabStop = () => {
    const items = props.found.items();
    return items.find((it) => it.key === current())?.key ?? items[0]?.key;
  };
  const titleOf = (month: string) => titleOfMonth(month, localeOf(language(), navigator.languages));
  const whereOf = ({ conversationId }: MessageRow, who: string) => {
    const it = props.gallery.conversationOf(conversationId);
    if (!it || props.isWithin || it.title === who) return "";
    return it.kind === "saved" ? t("app.saved") : it.title;
  };
  const aboutOf = (message: MessageRow) => {
    const who =
      message.senderId === me() ? t("app.you") : (props.gallery.personOf(message.senderId)?.displayName ?? "");
    return [who, whereOf(message, who), formatWhen(message.createdAt, sync.serverNow())].filter(Boolean).join(" · ");
  };

  return (
    <div
      class="gallery__months"
      role="group"
      aria-label={t(`gallery.${props.gallery.wanted()?.kind ?? "media"}`)}
      onKeyDown={moveInGallery}
    >
      <For each={props.found.months()}>
        {(month) => (
          <section class="gallery__month">
            <Dynamic component={props.heading} class="gallery__name">
              {titleOf(month)}
            </Dynamic>
            <ul class="plain" classList={{ gallery__grid: props.gallery.wanted()?.kind === "media" }}>
              <For each={props.found.inMonth(month)}>
                {(item) => {
                  const shared = () => ({
                    about: aboutOf(item.message),
                    opening: props.opening,
                    address: props.addressOf(item.message),
                  });
                  return (
                    <Show
                      when={props.gallery.wanted()?.kind === "media" && item.file}
                      fallback={<GalleryRow {...shared()} item={item} />}
                    >
                      {(file) => (
                        <GalleryTile
                          {...shared()}
                          message={item.message}
                          file={file()}
                          isTabStop={tabStop() === item.key}
                          onFocus={() => setCurrent(item.key)}
                        />
                      )}
                    </Show>
                  );
                }}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}
