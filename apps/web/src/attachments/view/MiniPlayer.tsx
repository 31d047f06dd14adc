import { Icon, IconButton } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import { hitAddress } from "../../search/hit-address.ts";
import { createPerson } from "../../sync/index.ts";
import type { Player, Track } from "./create-player.ts";
import { Scrubber } from "./Scrubber.tsx";
import { Speed } from "./Speed.tsx";
import "./file-rows.css";
import "./mini-player.css";

/** What is heard, over whatever is shown: so it can be stopped where its message is out of sight. */
export function MiniPlayer(props: { player: Player }) {
  return <Show when={props.player.track()}>{(track) => <Bar player={props.player} track={track()} />}</Show>;
}

function Bar(props: { player: Player; track: Track }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const person = createPerson(() => props.track.message.senderId);
  const isVoice = () => props.track.file.kind === "voice";
  const what = () => (isVoice() ? (person()?.displayName ?? "") : props.track.file.name);
  const duration = () => props.track.file.durationMs ?? 0;

  return (
    <section class="miniplayer" aria-label={t("files.nowPlaying")}>
      <IconButton
        icon={props.player.isPlaying() ? "pause" : "play"}
        size="sm"
        label={t(props.player.isPlaying() ? "files.stop" : "files.play", { what: what() })}
        onClick={() => (props.player.isPlaying() ? props.player.pause() : props.player.play(props.track))}
      />
      <button type="button" class="miniplayer__go" onClick={() => navigate(hitAddress(props.track.message, ""))}>
        <Icon name={isVoice() ? "mic" : "volume"} size="sm" />
        <span class="truncate" dir="auto">
          {what()}
        </span>
        <span class="sr">{t("files.jump")}</span>
      </button>
      <Scrubber
        waveform={undefined}
        positionMs={props.player.positionMs()}
        durationMs={duration()}
        label={what()}
        tabindex={0}
        onSeek={(ms) => props.player.seek(ms)}
      />
      <span class="miniplayer__time">{clock(props.player.positionMs())}</span>
      <Show when={isVoice()}>
        <Speed player={props.player} tabindex={0} />
      </Show>
      <IconButton icon="x" iconSize="sm" size="sm" label={t("files.endPlaying")} onClick={() => props.player.close()} />
    </section>
  );
}
