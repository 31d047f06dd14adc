import { limits, type MessageId } from "@parley/schema";
import { type Accessor, batch, createEffect, createSignal, on, onCleanup } from "solid-js";
import { createRecordings } from "../../sync/index.ts";
import { peaksOf } from "../prepare/waveform.ts";
import { makeTake, type Take } from "./make-take.ts";
import { type MicrophoneTrouble, openMicrophone, recordableType } from "./microphone.ts";
import type { Recording } from "./recording.ts";

/** `kept`: it was left, or the page died; it can be heard, sent and discarded, and not be gone on with. */
export type RecorderState = "idle" | "asking" | "recording" | "paused" | "kept";
export type RecorderTrouble = MicrophoneTrouble | "voice.longest";
export type Recorder = ReturnType<typeof createRecorder>;

/** Below this nothing was said: a slip of the finger. */
const shortestMs = 500;
const shownLevels = limits.waveformBars;

/**
 * Records in one place (a conversation or a thread). Who leaves it finds what they said there again, as they find what
 * they wrote: switching, closing and reloading lose no more than the last second.
 */
export function createRecorder(source: { place: Accessor<string>; onTrouble(trouble: RecorderTrouble): void }) {
  const kept = createRecordings();
  const [state, setState] = createSignal<RecorderState>("idle");
  const [ms, setMs] = createSignal(0);
  const [levels, setLevels] = createSignal<readonly number[]>([]);
  let take: Take | undefined;
  let left: Recording | undefined;
  /** Who lets go while the browser still asks has not recorded. */
  let asked = 0;

  /** While it goes on, what was just said; afterwards, all of it. */
  const show = (recording: Pick<Recording, "ms" | "levels">, isWhole = false) => {
    setMs(recording.ms);
    setLevels(isWhole ? peaksOf(recording.levels, shownLevels) : recording.levels.slice(-shownLevels));
  };
  const forget = () => {
    take = left = undefined;
    asked++;
    batch(() => {
      setState("idle");
      show({ ms: 0, levels: [] });
    });
  };

  async function pause() {
    if (state() !== "recording") return;
    setState("paused");
    await take?.pause();
    if (take && state() === "paused") show(take.soFar(), true);
  }

  /** Shows what was left there before. */
  async function look(place: string) {
    const parts = await kept.read(place).catch(() => []);
    const last = parts.at(-1);
    if (!last || state() !== "idle" || source.place() !== place) return;
    const { recordingId, mime, ms } = last;
    const bytes = parts.map((part) => part.bytes);
    left = { id: recordingId as MessageId, mime, bytes, levels: parts.flatMap((part) => part.levels), ms };
    show(left, true);
    setState("kept");
  }

  createEffect(
    on(source.place, (place) => {
      forget();
      void look(place);
      onCleanup(() => void take?.end());
    }),
  );

  return {
    state,
    ms,
    levels,
    isOn: () => state() !== "idle",
    canRecord: () => recordableType() !== undefined,
    async start(): Promise<void> {
      const mime = recordableType();
      if (!mime || state() !== "idle") return;
      setState("asking");
      const turn = ++asked;
      const place = source.place();
      const microphone = await openMicrophone(mime);
      if (turn !== asked || typeof microphone === "string") {
        if (typeof microphone !== "string") return microphone.close();
        if (turn !== asked) return;
        forget();
        return source.onTrouble(microphone);
      }
      const made = makeTake({
        microphone,
        place,
        kept,
        onMove(ms, levels) {
          // Ended already, and asked for the last time how loud it is.
          if (take !== made) return;
          show({ ms, levels });
          if (ms < limits.voiceMs) return;
          void pause();
          source.onTrouble("voice.longest");
        },
        onEnded: () => void pause(),
      });
      take = made;
      setState("recording");
    },
    pause,
    resume() {
      if (ms() >= limits.voiceMs) return source.onTrouble("voice.longest");
      take?.resume();
      setState("recording");
    },
    /** What is there to be heard before it is sent. */
    soFar: (): Recording | undefined => take?.soFar() ?? left,
    async discard(): Promise<void> {
      const [place, going, gone] = [source.place(), take, left];
      // What is off the screen must be off the device, or a reload brings it back.
      if (gone) await kept.drop(place, gone.id);
      if (left !== gone) return;
      forget();
      await going?.discard();
    },
    /** Ends it and hands it over; it stays on this device until `sent` has it. Too short a one is discarded. */
    async finish(sent: (recording: Recording) => Promise<unknown>): Promise<void> {
      const [place, going, before] = [source.place(), take, left];
      forget();
      const recording = going ? await going.end() : before;
      if (!recording) return;
      try {
        if (recording.ms >= shortestMs) await sent(recording);
        await kept.drop(place, recording.id);
      } catch {
        // The device has no room for the message: what was said is still there, and waits for some.
        await look(place);
      }
    },
  };
}
