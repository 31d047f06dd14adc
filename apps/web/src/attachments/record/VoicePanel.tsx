import { Icon, IconButton } from "@parley/ui";
import { createEffect, createMemo, Index, on, onMount, Show } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import { createListening } from "./create-listening.ts";
import type { Recorder } from "./create-recorder.ts";

/** What is being recorded, over the field: how long, how loud, and what one can do with it. */
export function VoicePanel(props: {
  recorder: Recorder;
  isHeld: boolean;
  offset: { aside: number; up: number };
  mustWait: boolean;
  onSend(): void;
  onDiscard(): void;
}) {
  const { t } = useI18n();
  let panel!: HTMLFieldSetElement;
  const state = () => props.recorder.state();
  const isLive = () => state() === "recording" || state() === "asking";
  const listening = createListening(() => props.recorder.soFar());
  const bars = createMemo(() => props.recorder.levels());

  onMount(() => {
    if (!props.isHeld && matchMedia("(pointer: fine)").matches)
      panel.querySelector<HTMLElement>("[data-first]")?.focus();
  });
  createEffect(on(state, listening.stop, { defer: true }));

  return (
    <fieldset
      ref={panel}
      class="voice"
      data-state={state()}
      data-held={props.isHeld ? "" : undefined}
      aria-label={t("voice.label")}
      style={{ "--voice-aside": `${props.offset.aside}px`, "--voice-up": `${props.offset.up}px` }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Escape would leave the chat; whoever speaks only wants it to stop.
        event.preventDefault();
        event.stopPropagation();
        void props.recorder.pause();
      }}
    >
      <Show when={!props.isHeld}>
        <IconButton icon="trash" label={t("voice.discard")} onClick={() => props.onDiscard()} />
      </Show>
      <Show
        when={!isLive() && !props.isHeld}
        fallback={<span class="voice__dot" data-asking={state() === "asking" ? "" : undefined} aria-hidden="true" />}
      >
        <IconButton
          icon={listening.isPlaying() ? "pause" : "play"}
          label={listening.isPlaying() ? t("voice.stopListening") : t("voice.listen")}
          onClick={listening.toggle}
        />
      </Show>
      <span class="voice__time" role="timer" aria-live="off">
        {clock(props.recorder.ms())}
      </span>
      <Show
        when={!props.isHeld}
        fallback={
          <span class="voice__hint">
            <Icon name="chevron-start" size="sm" flips />
            {t("voice.slideToCancel")}
          </span>
        }
      >
        <span class="voice__wave" dir="ltr" aria-hidden="true">
          <Index each={bars()}>
            {(level, n) => (
              <i
                data-heard={listening.isPlaying() && n / bars().length <= listening.done() ? "" : undefined}
                style={{ "--level": Math.max(0.08, Math.min(1, level() * 1.6)).toFixed(2) }}
              />
            )}
          </Index>
        </span>
        <Show when={state() === "recording" || state() === "paused"}>
          <IconButton
            icon={state() === "paused" ? "mic" : "pause"}
            label={state() === "paused" ? t("voice.resume") : t("voice.pause")}
            onClick={() => (state() === "paused" ? props.recorder.resume() : void props.recorder.pause())}
          />
        </Show>
        <IconButton
          data-first
          icon="send"
          isAccent
          label={t("voice.send")}
          aria-disabled={props.mustWait || state() === "asking" ? "true" : undefined}
          onClick={() => state() !== "asking" && props.onSend()}
        />
      </Show>
      <Show when={props.isHeld}>
        <span class="voice__lock" aria-hidden="true">
          <Icon name="lock" size="sm" />
          <Icon name="chevron-up" size="xs" />
        </span>
      </Show>
    </fieldset>
  );
}
