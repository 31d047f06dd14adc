import { attachmentPath, type UserId } from "@parley/schema";
import { IconButton } from "@parley/ui";
import { createEffect, createSignal, on, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import { askFileUrl } from "../file-url.ts";
import { createKeptFilm } from "./create-kept-film.ts";
import type { Medium } from "./create-media-list.ts";
import { createMotion } from "./create-motion.ts";
import { createServed, createSource } from "./create-source.ts";
import { playedVariant } from "./played-variant.ts";
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
  const isMaking = () => props.medium.file.playable === "making";
  const variant = () => playedVariant(props.medium.file);
  const served = createServed(
    () => source,
    () => (isMaking() ? undefined : variant()),
  );
  const film = createKeptFilm(() =>
    isMaking() ? undefined : attachmentPath(props.medium.message.id, props.medium.file.fileId, variant()),
  );
  const motion = createMotion();
  const [renewed, setRenewed] = createSignal<string>();
  const [isBroken, setBroken] = createSignal(false);
  const url = () => renewed() ?? source.own() ?? film.kept() ?? (film.kept() === null ? served() : undefined);
  let video!: HTMLVideoElement;
  let resumeAt = 0;
  let renewals = 0;

  const renew = async () => {
    if (source.own()) return source.giveUpOwn();
    if (film.kept() || renewals++ > 3) return void setBroken(true);
    resumeAt = video.currentTime;
    const { message, file } = props.medium;
    setRenewed(await askFileUrl(sync, { messageId: message.id, fileId: file.fileId, variant: variant() }));
    video.load();
  };
  const keep = () => {
    const streaming = served();
    if (streaming && !source.own() && !motion.savesData()) film.keep(streaming, props.medium.file.size);
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
        controls={!isMaking()}
        playsinline
        preload="metadata"
        aria-label={props.medium.file.alt || t("files.one.video")}
        onLoadedMetadata={() => {
          if (resumeAt) video.currentTime = resumeAt;
        }}
        onError={() => url() && void renew()}
        onCanPlayThrough={() => keep()}
      />
      <Show when={isBroken() || isMaking()}>
        <p class="film__broken" role={isBroken() ? "alert" : "status"}>
          {t(isBroken() ? "files.notHere" : "files.makingMore")}
        </p>
      </Show>
      <Show when={document.pictureInPictureEnabled && !isMaking()}>
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
