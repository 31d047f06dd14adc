import { type ConversationId, type GalleryKind, galleryKinds, type MessageRow } from "@parley/schema";
import { EmptyState, SearchInput, Segmented, Select, Spinner } from "@parley/ui";
import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { localeOf } from "../../i18n/languages.ts";
import { createGallery, useSync } from "../../sync/index.ts";
import { tidyOnce } from "../view/tidy-once.ts";
import { monthsBetween, stretchOf, titleOfMonth } from "./by-month.ts";
import { createGalleryItems } from "./create-gallery-items.ts";
import { createOpening } from "./create-opening.tsx";
import { createSenders } from "./create-senders.ts";
import { GalleryMonths } from "./GalleryMonths.tsx";
import { whenInSight } from "./when-in-sight.ts";
import "../view/album.css";
import "./gallery.css";

const icons = { media: "image", files: "file", links: "link", voice: "mic" } as const;

/** What was sent with messages, in one conversation or in all: by kind, sender and name, month by month. */
export function Gallery(props: {
  conversationId?: ConversationId;
  heading: "h2" | "h3";
  addressOf(message: MessageRow): string;
}) {
  const { t, language } = useI18n();
  const sync = useSync();
  const [params, setParams] = useSearchParams<{ kind?: string }>();
  const kind = (): GalleryKind => galleryKinds.find((it) => it === params.kind) ?? "media";
  const [name, setName] = createSignal("");
  const [senderId, setSenderId] = createSignal("");
  const [month, setMonth] = createSignal("");
  tidyOnce();
  const gallery = createGallery(() => ({
    kind: kind(),
    name: name().trim(),
    conversationId: props.conversationId,
    senderId: senderId() || undefined,
    ...(month() && stretchOf(month())),
  }));
  const found = createGalleryItems(gallery);
  const opening = createOpening({ gallery, items: found.items, addressOf: (message) => props.addressOf(message) });
  const senders = createSenders(() => props.conversationId, gallery);
  const isFiltered = () => name().trim() !== "" || senderId() !== "" || month() !== "";
  const months = createMemo(() => {
    const since = gallery.since();
    const now = new Date(sync.serverNow()).toISOString();
    const locale = localeOf(language(), navigator.languages);
    return monthsBetween(since ?? now, now).map((it) => ({ value: it, label: titleOfMonth(it, locale) }));
  });
  const isEmpty = () => found.items().length === 0 && !gallery.isLooking();

  return (
    <div class="gallery">
      <div class="gallery__tools">
        <Segmented
          label={t("gallery.kinds")}
          value={kind()}
          options={galleryKinds.map((it) => ({ value: it, label: t(`gallery.${it}`) }))}
          onChange={(it) => setParams({ kind: it }, { replace: true })}
        />
        <SearchInput
          label={t("gallery.find")}
          placeholder={t("gallery.find")}
          value={name()}
          onInput={setName}
          autocomplete="off"
        />
        <Select
          label={t("gallery.sender")}
          value={senderId()}
          options={[{ value: "", label: t("gallery.everyone") }, ...senders()]}
          onChange={setSenderId}
        />
        <Select
          label={t("gallery.month")}
          value={month()}
          options={[{ value: "", label: t("gallery.anyMonth") }, ...months()]}
          onChange={setMonth}
        />
      </div>
      <Show when={gallery.isDeviceOnly()}>
        <p class="gallery__note" role="note">
          {t("gallery.deviceOnly")}
        </p>
      </Show>
      <GalleryMonths
        gallery={gallery}
        found={found}
        opening={opening}
        addressOf={props.addressOf}
        isWithin={props.conversationId !== undefined}
        heading={props.heading}
      />
      <p class="sr" role="status">
        {gallery.isLooking() ? "" : t("gallery.count", { count: found.items().length })}
      </p>
      <Show when={isEmpty()}>
        <EmptyState
          icon={isFiltered() ? "search" : icons[kind()]}
          title={t(isFiltered() ? "gallery.noneFound" : `gallery.none.${kind()}`)}
          text={t(isFiltered() ? "gallery.noneFoundText" : "gallery.noneText")}
        />
      </Show>
      <Show when={gallery.hasMore()}>
        <div class="gallery__more" ref={(end) => whenInSight(end, () => !gallery.isLooking(), gallery.more)}>
          <Spinner label={t("app.loading")} />
        </div>
      </Show>
      <opening.Outlet />
    </div>
  );
}
