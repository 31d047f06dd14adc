import { limits } from "@parley/schema";
import { IconButton, useToast } from "@parley/ui";
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { Composing } from "../../messages/create-composing.ts";
import { useSync } from "../../sync/index.ts";
import { createHold } from "./create-hold.ts";
import { createRecorder } from "./create-recorder.ts";
import { messageOf } from "./recording.ts";
import { VoicePanel } from "./VoicePanel.tsx";
import "./voice.css";

const slipMs = 400;

/**
 * The microphone that stands where one would send while nothing is written: held by a finger, it sends when let go;
 * pressed by a mouse or a key, or led upwards, it records until one says so.
 */
export function VoiceButton(props: {
  composing: Composing;
  /** Slow mode: it can be spoken, and not be sent yet. */
  mustWait: boolean;
  onSent(): void;
  /** While something is recorded or waits to be sent, there is nothing else to do with the composer. */
  onBusy(isBusy: boolean): void;
}) {
  const { t } = useI18n();
  const toast = useToast();
  const sync = useSync();
  const [said, setSaid] = createSignal("");
  const shownAt = performance.now();
  let isTouched = false;
  let button: HTMLButtonElement | undefined;
  const recorder = createRecorder({
    place: () => props.composing.key(),
    onTrouble: (trouble) => toast.show({ text: t(trouble, { count: limits.voiceMs / 60_000 }) }),
  });
  // Who taps twice on what was the send button a moment ago does not want to speak.
  const start = () => performance.now() - shownAt > slipMs && void recorder.start();
  const send = () => {
    if (props.mustWait) return void recorder.pause();
    // Taken now: by the time the recorder has ended, another chat may be open.
    const place = props.composing.takePlace();
    void recorder.finish((recording) => sync.do.sendMessage({ ...place, ...messageOf(recording) })).then(props.onSent);
  };
  const discard = () => {
    void recorder.discard();
    setSaid(t("voice.discarded"));
  };
  const hold = createHold({
    onStart() {
      isTouched = true;
      start();
    },
    onLock: () => undefined,
    onCancel: discard,
    onRelease: () => (recorder.state() === "recording" ? send() : undefined),
  });
  const isOn = createMemo(recorder.isOn);

  createEffect(() => {
    const busy = isOn();
    props.onBusy(busy);
    button?.closest(".composer__bar")?.toggleAttribute("data-recording", busy);
  });
  onCleanup(() => props.onBusy(false));
  // What had the focus is gone: one writes on, or speaks again.
  createEffect(
    on(
      isOn,
      (on) =>
        !on && matchMedia("(pointer: fine)").matches && button?.closest("form")?.querySelector("textarea")?.focus(),
      { defer: true },
    ),
  );
  createEffect(
    on(
      recorder.state,
      (state) => {
        if (state === "recording" || state === "paused" || state === "kept") setSaid(t(`voice.${state}`));
      },
      { defer: true },
    ),
  );

  return (
    <>
      <Show when={isOn() && !(hold.isHeld() && recorder.state() === "asking")}>
        <VoicePanel
          recorder={recorder}
          isHeld={hold.isHeld()}
          offset={hold.offset()}
          mustWait={props.mustWait}
          onSend={send}
          onDiscard={discard}
        />
      </Show>
      <IconButton
        ref={(it) => (button = it)}
        icon="mic"
        class="voice-button"
        label={t("voice.record")}
        data-held={hold.isHeld() ? "" : undefined}
        aria-disabled={recorder.canRecord() ? undefined : "true"}
        {...hold.handlers}
        onClick={() => {
          // A touch has begun it already.
          if (!isTouched) start();
          isTouched = false;
        }}
      />
      <span class="sr" role="status">
        {said()}
      </span>
    </>
  );
}
