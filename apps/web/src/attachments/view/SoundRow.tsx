import type { Attachment } from "@parley/schema";
import { Icon } from "@parley/ui";
import { Show } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import type { FilesProps } from "../MessageFiles.tsx";
import { createPlayed } from "./create-played.ts";
import { isSameTrack } from "./create-player.ts";
import { Scrubber } from "./Scrubber.tsx";
import { Speed } from "./Speed.tsx";
import { usePlayer } from "./use-player.ts";

/** A voice note, or music: play, how far it is, and where else one wants to hear it. */
export function SoundRow(props: FilesProps & { file: Attachment }) {
  const { t } = useI18n();
  const player = usePlayer();
  const played = createPlayed();
  const track = () => ({ message: props.message, file: props.file });
  /** The player while this is what it has. */
  const mine = () => {
    const now = player.now();
    return now && isSameTrack(now.track(), track()) ? now : undefined;
  };
  const isPlaying = () => mine()?.isPlaying() ?? false;
  const isVoice = () => props.file.kind === "voice";
  const duration = () => props.file.durationMs ?? 0;
  const isNew = () => isVoice() && props.message.sendState === "sent" && !played.isHeard(props.message);
  const what = () =>
    isVoice() ? t("files.one.voice", { time: clock(duration()) }) : `${props.file.name}, ${clock(duration())}`;
  const tab = () => (props.isEntered ? 0 : -1);

  return (
    <div class="sound" data-new={isNew() ? "" : undefined}>
      <button
        type="button"
        class="sound__btn"
        tabindex={tab()}
        aria-label={t(isPlaying() ? "files.stop" : "files.play", { what: what() })}
        onClick={() => (isPlaying() ? player.now()?.pause() : player.take().play(track()))}
      >
        <Icon name={isPlaying() ? "pause" : "play"} />
      </button>
      <div class="sound__body">
        <Show when={!isVoice()}>
          <b class="truncate">
            <bdi>{props.file.name}</bdi>
          </b>
        </Show>
        <Scrubber
          waveform={isVoice() ? props.file.waveform : undefined}
          positionMs={mine()?.positionMs() ?? 0}
          durationMs={duration()}
          label={what()}
          tabindex={tab()}
          onSeek={(ms) => (mine() ? mine()?.seek(ms) : player.take().play(track(), ms))}
        />
        <div class="sound__foot">
          <span>{clock(mine() ? (mine()?.positionMs() ?? 0) : duration())}</span>
          <Show when={isNew()}>
            <span class="sound__new">
              <span class="sr">{t("files.notHeard")}</span>
            </span>
          </Show>
          <Show when={isVoice() && mine()}>{(now) => <Speed player={now()} tabindex={tab()} />}</Show>
          <Show when={mine()?.isBroken()}>
            <span class="sound__broken" role="alert">
              {t("files.notHere")}
            </span>
          </Show>
        </div>
      </div>
    </div>
  );
}
