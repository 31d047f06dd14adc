import { Icon } from "@parley/ui";
import { Match, Show, Switch } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import { createPreference } from "../../sync/index.ts";
import { FileRow } from "../view/FileRow.tsx";
import { SoundRow } from "../view/SoundRow.tsx";
import type { Opening } from "./create-opening.tsx";
import type { GalleryItem, GalleryLink } from "./gallery-items.ts";
import { ShowInChat } from "./ShowInChat.tsx";
import "../view/file-rows.css";

/** A file, a voice note or a link, with who sent it and when. */
export function GalleryRow(props: { item: GalleryItem; about: string; opening: Opening; address: string }) {
  const { t } = useI18n();
  const row = () => ({ ...props.opening, message: props.item.message, isEntered: true });
  const isHeard = () => props.item.file?.kind === "voice" || props.item.file?.kind === "audio";
  const what = () => {
    const { file, link } = props.item;
    if (file?.kind === "voice") return t("files.one.voice", { time: clock(file.durationMs ?? 0) });
    return file?.name ?? link?.preview?.title ?? link?.host ?? "";
  };

  return (
    <li class="gallery__row">
      <div class="gallery__what">
        <Switch>
          <Match when={isHeard() && props.item.file}>{(file) => <SoundRow {...row()} file={file()} />}</Match>
          <Match when={props.item.file}>{(file) => <FileRow {...row()} file={file()} />}</Match>
          <Match when={props.item.link}>{(link) => <LinkRow item={props.item} link={link()} />}</Match>
        </Switch>
        <p class="gallery__about">
          <bdi>{props.about}</bdi>
        </p>
      </div>
      <ShowInChat address={props.address} what={t("gallery.named", { what: what(), about: props.about })} />
    </li>
  );
}

function LinkRow(props: { item: GalleryItem; link: GalleryLink }) {
  const wantsPreviews = createPreference("linkPreviews");
  const preview = () => (wantsPreviews() === false ? undefined : props.link.preview);
  const title = () => preview()?.title ?? props.link.host;
  const address = () => props.link.url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return (
    <a
      class="filerow__open"
      data-item=""
      aria-label={`${title()}, ${address()}`}
      href={props.link.url}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      <span class="filerow__ic gallery__linkic" aria-hidden="true">
        <Show when={preview()?.image} fallback={<Icon name="link" />}>
          <img
            src={`/files/previews/${props.item.message.conversationId}/${props.item.message.id}`}
            loading="lazy"
            decoding="async"
            alt=""
          />
        </Show>
      </span>
      <span class="filerow__t">
        <b class="truncate">
          <bdi>{title()}</bdi>
        </b>
        <small class="truncate">
          <bdi dir="ltr">{address()}</bdi>
        </small>
      </span>
    </a>
  );
}
