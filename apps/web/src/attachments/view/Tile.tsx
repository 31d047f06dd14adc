import type { Attachment } from "@parley/schema";
import { Icon } from "@parley/ui";
import { Match, Show, Switch } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import { MessageSticker } from "../../stickers/MessageSticker.tsx";
import type { FilesProps } from "../MessageFiles.tsx";
import { createSource } from "./create-source.ts";
import { InlineVideo } from "./InlineVideo.tsx";
import { Picture } from "./Picture.tsx";

/** A picture or video in its place in the album; pressed, it opens. */
export function Tile(props: FilesProps & { file: Attachment; number: number; count: number; share: number }) {
  const { t } = useI18n();
  const source = createSource(
    () => props.message,
    () => props.file,
    () => props.message.senderId === props.setting.me,
  );
  const what = () => (props.file.kind === "video" ? "video" : props.file.kind === "sticker" ? "sticker" : "image");
  const name = () => {
    const kind = t(`files.one.${what()}`);
    const named = props.file.alt ? t("files.withAlt", { what: kind, alt: props.file.alt }) : kind;
    const place =
      props.count > 1 ? t("files.placed", { what: named, number: props.number, count: props.count }) : named;
    const whole = props.file.durationMs && what() === "video" ? `${place}, ${clock(props.file.durationMs)}` : place;
    return props.file.playable === "making" ? `${whole}, ${t("files.making")}` : whole;
  };

  return (
    <div class="pic" style={{ "flex-grow": `${Math.round(props.share * 1000)}` }}>
      <button
        type="button"
        class="pic__open"
        tabindex={props.isEntered ? 0 : -1}
        aria-label={t("files.open", { what: name() })}
        onClick={() => props.actions.openFile(props.message, props.file.fileId)}
      >
        <Switch fallback={<Picture file={props.file} source={source} isLarge={props.count === 1} />}>
          <Match when={props.file.kind === "sticker"}>
            <MessageSticker message={props.message} file={props.file} />
          </Match>
          <Match when={props.file.kind === "video"}>
            <InlineVideo file={props.file} source={source} isLarge={props.count === 1} />
          </Match>
        </Switch>
        <Show when={props.file.kind === "video" && !props.file.isAnimated}>
          <span class="pic__play" aria-hidden="true">
            <Icon name="play" size="md" />
          </span>
          <Show when={props.file.durationMs || props.file.playable === "making"}>
            <span class="pic__chip" aria-hidden="true">
              {[
                props.file.durationMs && clock(props.file.durationMs),
                props.file.playable === "making" && t("files.making"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </Show>
        </Show>
        <Show when={props.file.isAnimated && props.file.kind !== "sticker"}>
          <span class="pic__chip" aria-hidden="true">
            GIF
          </span>
        </Show>
      </button>
    </div>
  );
}
