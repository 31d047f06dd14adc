import type { Attachment } from "@parley/schema";
import { Icon } from "@parley/ui";
import { Show } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import type { TimelineMessage } from "../../sync/index.ts";
import { createSource } from "../view/create-source.ts";
import { Picture } from "../view/Picture.tsx";
import type { Opening } from "./create-opening.tsx";
import { ShowInChat } from "./ShowInChat.tsx";

/** A picture or video, small and square, still; pressed, it opens. */
export function GalleryTile(props: {
  message: TimelineMessage;
  file: Attachment;
  /** Who sent it, and when. */
  about: string;
  opening: Opening;
  address: string;
  isTabStop: boolean;
  onFocus?(): void;
}) {
  const { t } = useI18n();
  const source = createSource(
    () => props.message,
    () => props.file,
    () => props.message.senderId === props.opening.setting.me,
  );
  const isVideo = () => props.file.kind === "video";
  const still = (): Attachment => {
    const { isAnimated: _, ...rest } = props.file;
    return rest;
  };
  const what = () => {
    const kind = t(isVideo() ? "files.one.video" : "files.one.image");
    return props.file.alt ? t("files.withAlt", { what: kind, alt: props.file.alt }) : kind;
  };
  const name = () => t("gallery.named", { what: what(), about: props.about });

  return (
    <li class="gallery__tile" onFocusIn={() => props.onFocus?.()}>
      <button
        type="button"
        class="pic__open"
        data-item=""
        tabindex={props.isTabStop ? 0 : -1}
        aria-label={t("files.open", { what: name() })}
        onClick={() => props.opening.actions.openFile(props.message, props.file.fileId)}
      >
        {/* Of a video only the server has a picture. */}
        <Picture
          file={still()}
          source={isVideo() ? { ...source, own: () => (source.own() === undefined ? undefined : null) } : source}
          isLarge={false}
        />
        <Show when={isVideo() && props.file.durationMs}>
          {(ms) => (
            <span class="pic__chip" aria-hidden="true">
              <Icon name="play" size="xs" /> {clock(ms())}
            </span>
          )}
        </Show>
      </button>
      <ShowInChat address={props.address} what={name()} tabindex={props.isTabStop ? 0 : -1} />
    </li>
  );
}
