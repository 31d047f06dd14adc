import type { UserId } from "@parley/schema";
import { IconButton } from "@parley/ui";
import { createEffect, createSignal, on, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import { askFileUrl } from "../file-url.ts";
import type { Medium } from "./create-media-list.ts";
import { createServed, createSource } from "./create-source.ts";
import { thumbHashUrl } from "./thumb-hash-url.ts";
import { watchApart } from "./watch-apart.ts";

/** A film with the browser's own controls. It streams; when its address has run out, it goes on with a new one. */
export function VideoPlayer(props: { medium: Medium; me: UserId; onAway(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const source = createSource(
    () => props.medium.message,
    () => props.medium.file,
    () => props.medium.message.senderId === props.me,
  );
  const poster = createServed(
    () => source,
    () => "large",
  );
  const served = createServed(
    () => source,
    () => "original",
  );
  const [renewed, setRenewed] = createSignal<string>();
  const [isBroken, setBroken] = createSignal(false);
  const url = () => renewed() ?? source.own() ?? served();
  let video!: HTMLVideoElement;
  let resumeAt = 0;
  let renewals = 0;

  const renew = async () => {
    if (source.own() || renewals++ > 3) return void setBroken(true);
    resumeAt = video.currentTime;
    const { message, file } = props.medium;
    setRenewed(await askFileUrl(sync, { messageId: message.id, fileId: file.fileId, variant: "original" }));
    video.load();
  };
  createEffect(on(url, (it) => it && void video.play().catch(() => undefined)));

  return (
    <div class="film">
      <video
        ref={video}
        class="film__video"
        src={url()}
        poster={poster() ?? thumbHashUrl(props.medium.file.thumbHash)}
        width={props.medium.file.width}
        height={props.medium.file.height}
        controls
        playsinline
        preload="metadata"
        aria-label={props.medium.file.alt || t("files.one.video")}
        onLoadedMetadata={() => {
          if (resumeAt) video.currentTime = resumeAt;
        }}
        onError={() => url() && void renew()}
      />
      <Show when={isBroken()}>
        <p class="film__broken" role="alert">
          {t("files.notHere")}
        </p>
      </Show>
      <Show when={document.pictureInPictureEnabled}>
        <IconButton
          class="film__apart"
          icon="pip"
          label={t("files.apart")}
          onClick={() => void watchApart(video, props.onAway)}
        />
      </Show>
    </div>
  );
}
